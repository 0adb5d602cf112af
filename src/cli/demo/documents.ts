const PKCERT = {
  category: 'coordinator',
  name: 'PKCERT (demonstration)',
  namespace: 'https://pkcert.example',
};

/** An invented CSAF 2.0 document, of PKCERT's unless somebody else published it, as an advisory editor would have saved it. */
export function csafDocument(
  id: string,
  title: string,
  tlp: string | null,
  options: { cve?: string; version?: number; publisher?: typeof PKCERT } = {},
): Buffer {
  const { cve, version = 1, publisher = PKCERT } = options;
  const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}T09:00:00.000Z`;
  const history = Array.from({ length: version }, (_, n) => ({
    date: day(n + 1),
    number: String(n + 1),
    summary: n ? 'Update' : 'First version',
  }));
  // CSAF 2.0 has no AMBER+STRICT: rounded up to RED, with the text that its conversion to 2.1 recognises.
  const strict = tlp === 'AMBER+STRICT';
  const label = strict ? 'RED' : tlp === 'CLEAR' ? 'WHITE' : tlp;
  const text = strict ? { text: 'TLP v2.0: TLP:AMBER+STRICT' } : {};
  return Buffer.from(
    JSON.stringify({
      document: {
        category: 'csaf_base',
        csaf_version: '2.0',
        lang: 'en',
        ...(label ? { distribution: { tlp: { label }, ...text } } : {}),
        title,
        publisher,
        notes: [{ category: 'summary', text: `${title}. Invented for the demonstration.` }],
        tracking: {
          id,
          status: 'final',
          version: String(version),
          initial_release_date: day(1),
          current_release_date: day(version),
          revision_history: history,
        },
      },
      ...(cve ? { vulnerabilities: [{ cve, notes: [{ category: 'description', text: 'Invented.' }] }] } : {}),
    }),
  );
}

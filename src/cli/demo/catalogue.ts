import { csafDocument } from './documents';
import { outcome, type Stage } from './stage';

interface Labels {
  information_type: string;
  categories: string[];
  sectors: string[];
  tlp?: string;
  audience: { include: 'partners' | string[] };
}

/** Everything PKCERT imports, with the title that stands for it in the story. */
export const TITLES = {
  everybody: 'Weak default keys in a gateway',
  old: 'Old flaw in a mail server',
  phishing: 'Phishing kit against banks',
  malware: 'Command server of a botnet',
  grid: 'Flaw in a grid controller',
  strict: 'Intrusion at an operator',
  unlabelled: 'Notes without a label',
  red: 'Names of the victims',
  listed: 'For CNCERT/CC alone',
  late: 'Released during the stop',
} as const;
export type Title = keyof typeof TITLES;

const partners = { include: 'partners' } as const;
const vulnerability = {
  information_type: 'vulnerability_published',
  categories: ['vulnerable/vulnerable-system'],
  audience: partners,
};
const threat = (category: string, sector: string): Labels => ({
  information_type: 'threat_report',
  categories: [category],
  sectors: [sector],
  audience: partners,
});

const DOCUMENTS: Record<Title, { id: string; tlp: string | null; cve?: string; labels: Labels | null }> = {
  everybody: {
    id: 'PKCERT-2026-A1',
    tlp: 'CLEAR',
    cve: 'CVE-2026-10001',
    labels: { ...vulnerability, sectors: ['banking'] },
  },
  old: {
    id: 'PKCERT-2026-A2',
    tlp: 'GREEN',
    cve: 'CVE-2026-10002',
    labels: { ...vulnerability, sectors: ['government'] },
  },
  phishing: { id: 'PKCERT-2026-A3', tlp: 'GREEN', labels: threat('fraud/phishing', 'banking') },
  malware: {
    id: 'PKCERT-2026-A4',
    tlp: 'GREEN',
    labels: threat('malicious-code/c2-server', 'telecommunications'),
  },
  grid: {
    id: 'PKCERT-2026-A5',
    tlp: 'GREEN',
    cve: 'CVE-2026-10005',
    labels: { ...vulnerability, sectors: ['energy'] },
  },
  strict: {
    id: 'PKCERT-2026-A6',
    tlp: 'AMBER+STRICT',
    labels: threat('intrusions/system-compromise', 'energy'),
  },
  unlabelled: { id: 'PKCERT-2026-A7', tlp: null, labels: null },
  red: {
    id: 'PKCERT-2026-A8',
    tlp: 'RED',
    labels: threat('information-content-security/data-leak', 'health'),
  },
  listed: {
    id: 'PKCERT-2026-A9',
    tlp: 'AMBER',
    labels: { ...threat('fraud/masquerade', 'government'), audience: { include: ['cncert'] } },
  },
  late: { id: 'PKCERT-2026-B1', tlp: 'GREEN', labels: threat('fraud/phishing', 'banking') },
};

/** The document of a title in a given version, as PKCERT's editor would have saved it. */
export const documentOf = (title: Title, version = 1): Buffer => {
  const { id, tlp, cve } = DOCUMENTS[title];
  return csafDocument(id, TITLES[title], tlp, { ...(cve ? { cve } : {}), version });
};

/** PKCERT's analyst imports a document and labels what the document itself cannot say. */
export async function importDocument({ as, items }: Stage, title: Title): Promise<string> {
  const { labels } = DOCUMENTS[title];
  const imported = await as('pkcert-analyst').post('/api/v1/advisories/imports', documentOf(title));
  const id = imported.json.advisory;
  if (!id) return outcome(imported);
  items.set(title, id);
  if (!labels) return 'done';
  return outcome(
    await as('pkcert-analyst').post(`/api/v1/advisories/${id}/versions`, { base: 1, handling: labels }),
  );
}

/** A releaser releases a version of an imported advisory. */
export async function release(
  { as, items }: Stage,
  title: Title,
  version = 2,
  toPublic = false,
): Promise<string> {
  const path = `/api/v1/advisories/${items.get(title)}/release`;
  return outcome(await as('pkcert-releaser').post(path, { version, public: toPublic }));
}

/** Imports and releases several, stopping at the first that is refused. */
export async function publish(stage: Stage, ...titles: Title[]): Promise<string> {
  for (const title of titles) {
    const imported = await importDocument(stage, title);
    const released = imported === 'done' ? await release(stage, title) : imported;
    if (released !== 'done') return `${TITLES[title]}: ${released}`;
  }
  return 'done';
}

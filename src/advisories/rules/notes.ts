/** What the owner of an imported document should know of it, with the place in the document. */
export interface Note {
  readonly path: string;
  readonly rule: string;
  readonly message: string;
}

/** What the notes are about. */
interface Imported {
  readonly thirdParty: boolean;
  readonly status: 'draft' | 'interim' | 'final';
  /** The label of the item, from the document or given by its owner. */
  readonly tlp: string | null;
  /** Under which terms it was labelled just now, since it bears none. */
  readonly filed?:
    { readonly label: string; readonly agreement: string; readonly clause: string } | undefined;
}

/** Why an imported document stays its owner's for now, although it was taken in. */
export function notesOn({ thirdParty, status, tlp, filed }: Imported): Note[] {
  const notes: (Note | false)[] = [
    thirdParty && {
      path: '/document/publisher/namespace',
      rule: 'accord third-party',
      message:
        'The document is another publisher’s and not CLEAR, so it stays with your organization alone until its source consents: a liaison officer records that with POST /api/v1/advisories/{id}/consents.',
    },
    filed !== undefined && {
      path: '/document/distribution/tlp',
      rule: 'accord default-label',
      message: `The document bears no TLP label. It is filed as TLP:${filed.label}, as ${filed.clause} of ${filed.agreement} has it for what comes without one.`,
    },
    tlp === null && {
      path: '/document/distribution/tlp',
      rule: 'accord unlabelled',
      message: 'The document bears no TLP label. It stays with your organization until it is labelled.',
    },
    status === 'draft' && {
      path: '/document/tracking/status',
      rule: 'accord draft-status',
      message: 'The document calls itself a draft. It is not released as long as it does.',
    },
  ];
  return notes.filter((note) => note !== false);
}

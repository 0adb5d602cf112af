/** The files of a bundle, by name. */
export const FILES = {
  page: 'index.html',
  checkpoint: 'checkpoint.txt',
  keys: 'keys.json',
  leaves: 'leaves.bin',
  entries: 'entries.jsonl',
  manifest: 'manifest.json',
  signature: 'manifest.sig.txt',
} as const;

/** A part of an entry that whoever exports may read: what was committed to, and with what salt. */
export interface BundlePart {
  audience: string;
  /** Base64 of 32 octets. */
  salt: string;
  /** Canonical JSON, as text. */
  payload: string;
}

/** A line of entries.jsonl. */
export interface BundleEntry {
  index: number;
  id: string;
  /** The canonical bytes, as text: the leaf is hashed over these. */
  entry: string;
  parts: BundlePart[];
}

export interface BundleKeys {
  origin: string;
  log: string[];
  witnesses: { organization: string; verifier_key: string }[];
}

export interface BundleManifest {
  accord: 'bundle/1';
  origin: string;
  log: string;
  kind: string;
  agreement: string | null;
  parties: string[];
  /** Whose auditor exported it, and when. */
  made_for: string;
  made_at: string;
  size: number;
  /** SHA-256 in hex of each file before the manifest. */
  files: Record<string, string>;
}

/** What is signed of a manifest; its first line is the name of no log, so that it is never taken for a head. */
export const signedText = (origin: string, manifestSha256: string): string =>
  `accord bundle/1 of ${origin}\n${manifestSha256}\n`;

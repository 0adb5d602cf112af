import { readFileSync } from 'node:fs';
import {
  type CanonicalDocument,
  compareTerms,
  readDocument,
  requireSignature,
  type TermDifference,
  UnreadableDocument,
} from '../../agreements';

export interface ComparedFile {
  file: string;
  reference: string;
  title: string;
  terms_version: number;
  canonical_sha256: string;
  /** The key whose signature was verified; null where none was asked for. */
  signed_by: string | null;
}

export interface Compared {
  same: boolean;
  a: ComparedFile;
  b: ComparedFile;
  differences: TermDifference[];
}

/** What cannot be compared: which file, and why. */
export class NotCompared extends Error {
  constructor(
    readonly file: string,
    reason: string,
  ) {
    super(reason);
  }
}

/** What is wrong with a file is said of that file. @throws NotCompared */
function of<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof UnreadableDocument) throw new NotCompared(file, error.message);
    throw new NotCompared(file, code ? `It cannot be read (${code}).` : 'It cannot be read.');
  }
}

const described = (file: string, document: CanonicalDocument, signed_by: string | null): ComparedFile => ({
  file,
  reference: document.content.agreement,
  title: document.title,
  terms_version: document.terms_version,
  canonical_sha256: document.canonical_sha256,
  signed_by,
});

/**
 * Whether two files encode the same terms; no database is asked.
 * @param publicKey file of the key that B, the other side's, has to be signed with
 * @throws NotCompared
 */
export function compareFiles(fileA: string, fileB: string, publicKey?: string): Compared {
  const [a, b] = [fileA, fileB].map((file) => of(file, () => readDocument(readFileSync(file))));
  if (publicKey !== undefined) {
    const key = of(publicKey, () => readFileSync(publicKey));
    of(fileB, () => requireSignature(b!, key));
  }
  const differences = compareTerms(a!.content, b!.content);
  const signer = publicKey === undefined ? null : (b!.signature?.key_sha256 ?? null);
  return {
    same: differences.length === 0,
    a: described(fileA, a!, null),
    b: described(fileB, b!, signer),
    differences,
  };
}

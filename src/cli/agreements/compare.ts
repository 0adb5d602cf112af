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

/** What the two sides say of the paper, where that differs; no part of the terms. */
export interface ComparedDescription {
  field: string;
  a: string | null;
  b: string | null;
}

/** The text in one language: whether both hold it, and the same. */
export interface ComparedText {
  language: string;
  a: string | null;
  b: string | null;
}

export interface Compared {
  /** Whether the terms are, and no text that both hold differs. */
  same: boolean;
  a: ComparedFile;
  b: ComparedFile;
  differences: TermDifference[];
  texts: ComparedText[];
  description: ComparedDescription[];
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

function compareTexts(
  { texts: a = [] }: CanonicalDocument,
  { texts: b = [] }: CanonicalDocument,
): ComparedText[] {
  const languages = [...new Set([...a, ...b].map(({ language }) => language))].sort();
  const hashIn = (texts: typeof a, wanted: string) =>
    texts.find(({ language }) => language === wanted)?.sha256 ?? null;
  return languages.map((language) => ({ language, a: hashIn(a, language), b: hashIn(b, language) }));
}

function compareDescriptions(
  { description: a }: CanonicalDocument,
  { description: b }: CanonicalDocument,
): ComparedDescription[] {
  const fields = [
    'binding',
    'languages',
    'prevailing_language',
    'registry_number',
    'classification',
  ] as const;
  const said = (of: typeof a, field: (typeof fields)[number]) => {
    const value = of?.[field] ?? null;
    return Array.isArray(value) ? value.toSorted().join(', ') || null : value;
  };
  return fields
    .map((field) => ({ field, a: said(a, field), b: said(b, field) }))
    .filter((one) => one.a !== one.b);
}

/** Whether both hold a text, and it is not the same. */
export const differs = ({ a, b }: ComparedText): boolean => a !== null && b !== null && a !== b;

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
  const texts = compareTexts(a!, b!);
  return {
    same: differences.length === 0 && !texts.some(differs),
    a: described(fileA, a!, null),
    b: described(fileB, b!, signer),
    differences,
    texts,
    description: compareDescriptions(a!, b!),
  };
}

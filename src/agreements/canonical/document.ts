import { createHash } from 'node:crypto';
import { canonicalBytes } from '../../record';
import type { TermsContent } from '../rules/terms-content';

/** What the hash covers, said in each document: whoever gets one need not know this programme. */
export const COVERS =
  'canonical_sha256 is the SHA-256 of the canonical bytes (RFC 8785) of `content`: reference, kind, what it stands below, parties with their roles, expiry, what the entry into force waits for, the period of notice, corrections, how often contacts are verified and the joint committee meets, clauses and grants. The title, the number of the version, the description of the paper and the hashes of its texts are no part of it.';

/** The terms of an agreement as one installation gives them to another to compare. */
export interface CanonicalDocument {
  accord: 'agreement-terms/1';
  title: string;
  terms_version: number;
  canonical_sha256: string;
  covers: string;
  /** What the paper is; left out where nobody has said it. */
  description?: PaperDescription;
  /** SHA-256 of the text in each language that is attached. */
  texts?: TextHash[];
  content: TermsContent & { accord: 'terms/1' };
  /** Of the operating CERT that gives it, over the canonical bytes of all the rest. */
  signature?: Signature;
}

export interface PaperDescription {
  binding: string | null;
  languages: string[];
  prevailing_language: string | null;
  registry_number: string | null;
  classification: string | null;
}

export interface TextHash {
  language: string;
  sha256: string;
}

export interface Signature {
  algorithm: 'Ed25519';
  /** SHA-256 of the public key (SubjectPublicKeyInfo, DER), in hex. */
  key_sha256: string;
  /** In base64. */
  value: string;
}

export const sha256Of = (value: unknown): string =>
  createHash('sha256').update(canonicalBytes(value)).digest('hex');

/** What stands around the content. */
interface Framing {
  title: string;
  number: number;
  description?: PaperDescription;
  texts: readonly TextHash[];
}

export const documentOf = (
  content: CanonicalDocument['content'],
  { title, number, description, texts }: Framing,
): CanonicalDocument => ({
  accord: 'agreement-terms/1',
  title,
  terms_version: number,
  canonical_sha256: sha256Of(content),
  covers: COVERS,
  ...(description && { description }),
  texts: texts.map(({ language, sha256 }) => ({ language, sha256 })),
  content,
});

/** The same with its members in canonical order, so that it is sent as the bytes that are compared and signed. */
export const inCanonicalOrder = (document: CanonicalDocument): CanonicalDocument =>
  JSON.parse(canonicalBytes(document).toString()) as CanonicalDocument;

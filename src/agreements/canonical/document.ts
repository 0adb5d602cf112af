import { createHash } from 'node:crypto';
import { canonicalBytes } from '../../record';
import type { TermsContent } from '../rules/terms-content';

/** What the hash covers, said in each document: whoever gets one need not know this programme. */
export const COVERS =
  'canonical_sha256 is the SHA-256 of the canonical bytes (RFC 8785) of `content`: reference, kind, parties with their roles, expiry, what the entry into force waits for, corrections, how often contacts are verified and the joint committee meets, and grants. The title and the number of the version are no part of it.';

/** The terms of an agreement as one installation gives them to another to compare. */
export interface CanonicalDocument {
  accord: 'agreement-terms/1';
  title: string;
  terms_version: number;
  canonical_sha256: string;
  covers: string;
  content: TermsContent & { accord: 'terms/1' };
  /** Of the operating CERT that gives it, over the canonical bytes of all the rest. */
  signature?: Signature;
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

export const documentOf = (
  content: CanonicalDocument['content'],
  { title, number }: { title: string; number: number },
): CanonicalDocument => ({
  accord: 'agreement-terms/1',
  title,
  terms_version: number,
  canonical_sha256: sha256Of(content),
  covers: COVERS,
  content,
});

/** The same with its members in canonical order, so that it is sent as the bytes that are compared and signed. */
export const inCanonicalOrder = (document: CanonicalDocument): CanonicalDocument =>
  JSON.parse(canonicalBytes(document).toString()) as CanonicalDocument;

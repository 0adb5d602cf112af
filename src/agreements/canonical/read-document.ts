import { canonicalBytes } from '../../record';
import { contentFault } from '../rules/content-fault';
import { canonicalTerms } from '../rules/terms-content';
import { type CanonicalDocument, sha256Of } from './document';

/** A document cannot be read, or does not hold what it says. */
export class UnreadableDocument extends Error {}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new UnreadableDocument('It is not JSON in UTF-8.');
  }
}

const isSignature = (value: unknown): boolean =>
  isObject(value) &&
  value.algorithm === 'Ed25519' &&
  typeof value.key_sha256 === 'string' &&
  typeof value.value === 'string';

const DESCRIBED = ['binding', 'prevailing_language', 'registry_number', 'classification'];
const isDescription = (value: unknown): boolean =>
  isObject(value) &&
  Array.isArray(value.languages) &&
  value.languages.every((tag) => typeof tag === 'string') &&
  DESCRIBED.every((name) => value[name] === null || typeof value[name] === 'string');
const isTextHash = (value: unknown): boolean =>
  isObject(value) && typeof value.language === 'string' && /^[0-9a-f]{64}$/.test(String(value.sha256));

/**
 * Reads the terms that an installation wrote, its members in any order and spacing. The hash is computed anew: what
 * a document says of itself is not believed.
 * @throws UnreadableDocument
 */
export function readDocument(bytes: Uint8Array): CanonicalDocument {
  const value = parsed(bytes);
  if (!isObject(value) || value.accord !== 'agreement-terms/1')
    throw new UnreadableDocument('It is not terms of an agreement as `accord agreement export` writes them.');
  const { title, terms_version: number, canonical_sha256: said, signature, content } = value;
  if (typeof title !== 'string' || typeof number !== 'number' || typeof said !== 'string')
    throw new UnreadableDocument('Its title, version or hash is missing.');
  if (signature !== undefined && !isSignature(signature))
    throw new UnreadableDocument('Its signature is of a kind that is not known here.');
  const { texts, description } = value;
  if (description !== undefined && !isDescription(description))
    throw new UnreadableDocument('Its description cannot be read.');
  if (texts !== undefined && !(Array.isArray(texts) && texts.every(isTextHash)))
    throw new UnreadableDocument('The hashes of its texts cannot be read.');
  const fault = contentFault(content);
  if (fault !== null) throw new UnreadableDocument(`Its content cannot be read: ${fault}.`);
  const document = value as unknown as CanonicalDocument;
  const ordered = canonicalBytes(canonicalTerms(document.content));
  if (!canonicalBytes(content).equals(ordered))
    throw new UnreadableDocument('Its lists are not in canonical order.');
  const sha256 = sha256Of(content);
  if (sha256 !== said)
    throw new UnreadableDocument(`Its hash does not match its content, of which the hash is ${sha256}.`);
  return document;
}

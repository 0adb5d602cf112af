import { prohibitedCategory } from './mapping/document-category';
import type { CsafFinding } from './mapping/finding';
import { isObject, objectAt } from './mapping/json';
import { validateInThread } from './validator-thread';

/**
 * An honest document of 7 MB with 12,000 product relationships takes 3 s; the cost grows with the
 * square of the length, and the machine may be several times slower.
 */
export const VALIDATION_MILLISECONDS = 30_000;

/**
 * Validates a parsed CSAF document against the JSON schema and the mandatory tests (§6.1) of the
 * version it declares, 2.0 or 2.1. No finding means valid. Optional, recommended and informative
 * tests have no say in that (§6), and the informative ones fetch the URLs which a document names:
 * they are never run. Nothing is fetched, `$schema` included.
 *
 * CSAF 2.1 is judged by the library's state of it, which knows less than the latest draft: it
 * refuses properties that are newer, and some of the newer mandatory tests are missing.
 *
 * Rejects only when the validator cannot be run at all.
 */
export async function validateCsaf(
  document: unknown,
  milliseconds = VALIDATION_MILLISECONDS,
): Promise<CsafFinding[]> {
  const version = isObject(document) ? objectAt(document, 'document')['csaf_version'] : undefined;
  if (version !== '2.0' && version !== '2.1') {
    const message = 'The document does not say that it is CSAF 2.0 or 2.1.';
    return [{ path: '/document/csaf_version', rule: 'csaf schema', message }];
  }
  const findings = await validateInThread({ version, document }, milliseconds);
  return [...findings, ...prohibitedCategory(version, document)];
}

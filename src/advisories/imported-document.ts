import { createHash } from 'node:crypto';
import type { AdvisoryContent, Reference } from './advisory-content';
import { type CsafFacts, describeCsaf } from './csaf/mapping/describe-csaf';
import type { CsafFinding } from './csaf/mapping/finding';
import { isObject, type JsonObject, objectAt, objectsAt, textAt } from './csaf/mapping/json';
import { readCsafBytes } from './csaf/read-csaf';
import { validateCsaf } from './csaf/validate-csaf';

/** A document that is in order, with what Accord needs to know of it. */
export interface ImportedDocument {
  readonly bytes: Buffer;
  readonly sha256: Buffer;
  readonly facts: CsafFacts;
  /** For lists; the document keeps its whole title. */
  readonly title: string;
  readonly content: AdvisoryContent;
}

/** As long as an index of the database takes; real ids and namespaces have a tenth of that. */
const LONGEST_NAME = 1000;
const LONGEST_TITLE = 500;

function tooLong(path: string, text: string): CsafFinding[] {
  if (Buffer.byteLength(text) <= LONGEST_NAME) return [];
  const message = `The text has more than ${LONGEST_NAME} bytes, which is more than Accord keeps.`;
  return [{ path, rule: 'accord length', message }];
}

/** A title on one line that fits a list. */
function titleOf(written: string): string {
  const letters = [...written.normalize('NFC').replace(/\p{Cc}+/gu, ' ')];
  if (letters.length <= LONGEST_TITLE) return letters.join('');
  return `${letters.slice(0, LONGEST_TITLE - 1).join('')}…`;
}

/** What may be followed as a link; anything else stays in the document, where nobody follows it. */
function referencesOf(head: JsonObject): Reference[] {
  return objectsAt(head, 'references').flatMap((reference) => {
    const url = textAt(reference, 'url');
    return url !== null && /^https?:\/\//i.test(url)
      ? [{ summary: textAt(reference, 'summary') ?? '', url }]
      : [];
  });
}

function contentOf(head: JsonObject, facts: CsafFacts): AdvisoryContent {
  const details = objectsAt(head, 'notes').find(({ category }) => category === 'details');
  return {
    tracking_id: facts.trackingId,
    lang: facts.lang,
    summary: facts.summary,
    details: details ? textAt(details, 'text') : null,
    recommendation: null,
    references: referencesOf(head),
    cves: facts.cves,
    imported: {
      publisher: { name: facts.publisherName, namespace: facts.publisherNamespace },
      status: facts.trackingStatus,
      tlp: facts.tlp,
    },
  };
}

/** Reads, validates and describes the bytes of a CSAF document, or says all that is wrong with it. */
export async function readDocument(bytes: Buffer): Promise<ImportedDocument | CsafFinding[]> {
  const read = readCsafBytes(bytes);
  if ('findings' in read) return [...read.findings];
  const findings = await validateCsaf(read.document);
  if (findings.length > 0) return findings;
  const facts = describeCsaf(read.document);
  if (Array.isArray(facts)) return facts;
  const long = [
    ...tooLong('/document/publisher/namespace', facts.publisherNamespace),
    ...tooLong('/document/tracking/id', facts.trackingId),
  ];
  if (long.length > 0) return long;
  const head = isObject(read.document) ? objectAt(read.document, 'document') : {};
  const sha256 = createHash('sha256').update(bytes).digest();
  return { bytes, sha256, facts, title: titleOf(facts.title), content: contentOf(head, facts) };
}

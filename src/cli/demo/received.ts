import { createHash } from 'node:crypto';
import type { Answer, Client, Shown } from './http-client';

/** Something that an answer carried: whether everybody may read it, and its line as in the record. */
interface Carried {
  isPublic: boolean;
  line: string;
}

/** What a caller received, from the answers themselves; each line begins with the log that has to tell of it. */
export interface Received {
  /** Under the agreement: log, item, version, projection, digest. */
  granted: Set<string>;
  /** The same of what everybody may read. */
  open: Set<string>;
  /** Answers that carried any of it: log and digest of the whole body. */
  transfers: string[];
}

/** The summaries an answer carried, each with the very bytes it had in the answer. */
function summaries({ json, bytes }: Answer): { shown: Shown; sha256: string }[] {
  if (!json.items) return [];
  const { items } = JSON.parse(bytes.toString()) as { items: Shown[] };
  return items.flatMap((event) => {
    // A list says when an item came in, beside the summary itself.
    const { released_to_you: _, ...listed } = event as Shown & { released_to_you?: string };
    const shown = event.item ?? (event.documents ? listed : undefined);
    if (!shown) return [];
    // A summary is canonical JSON (RFC 8785): written again with sorted names it is the same bytes.
    const sha256 = createHash('sha256').update(JSON.stringify(shown)).digest('hex');
    return [{ shown, sha256 }];
  });
}

/**
 * Reads what was received out of all answers that a caller got.
 * @param agreement reference of the agreement under which it may receive what is not for everybody, if any
 * @param house name of the log that tells of what is for everybody
 */
export function receivedBy({ received }: Client, agreement: string, house: string): Received {
  const result: Received = { granted: new Set(), open: new Set(), transfers: [] };
  const documents = new Map<string, { shown: Shown; projection: string }>();
  for (const { path, answer } of received) {
    const carried: Carried[] = [];
    for (const { shown, sha256 } of summaries(answer)) {
      carried.push(carriedBy(shown, 'summary', sha256));
      for (const { href, projection } of shown.documents ?? []) documents.set(href, { shown, projection });
    }
    const document = documents.get(path);
    if (document) carried.push(carriedBy(document.shown, document.projection, answer.sha256));
    for (const { isPublic, line } of carried)
      if (isPublic) result.open.add(`${house} ${line}`);
      else result.granted.add(`${agreement} ${line}`);
    if (carried.some(({ isPublic }) => isPublic)) result.transfers.push(`${house} ${answer.sha256}`);
    if (carried.some(({ isPublic }) => !isPublic)) result.transfers.push(`${agreement} ${answer.sha256}`);
  }
  return result;
}

const carriedBy = ({ id, version, tlp }: Shown, projection: string, sha256: string): Carried => ({
  isPublic: tlp === 'CLEAR',
  line: `${id} ${version} ${projection} ${sha256}`,
});

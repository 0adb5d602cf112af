import type { Leaving } from '../disclosing';
import { microInstant } from '../feed-line';
import { pick } from './wanted';

/** What a list of what others share shows of each item. */
export const LISTED_FIELDS = [
  'id',
  'reference',
  'type',
  'version',
  'title',
  'originator',
  'tlp',
  'information_type',
  'categories',
  'sectors',
  'severity',
  'pap',
  'released_at',
  'documents',
  'released_to_you',
];

/**
 * A summary in a list, as JSON text: the stored bytes, with when it came in for this reader. Where fewer fields are
 * asked for, less is sent; the whole summary counts as disclosed all the same.
 */
export function listLine({ entry, rendition }: Leaving, fields: ReadonlySet<string> | null): string {
  const stored = rendition.bytes.toString();
  const line = `${stored.slice(0, -1)},"released_to_you":"${microInstant(entry.date_added)}"}`;
  return fields === null ? line : JSON.stringify(pick(JSON.parse(line) as object, fields));
}

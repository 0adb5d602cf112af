import type { Leaving } from '../disclosing';
import { microInstant } from '../feed-line';
import { besideLabel, membersOf } from './beside-label';
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
  'marking',
  'national_level',
];

/**
 * A summary in a list, as JSON text: the stored bytes, with when it came in for this reader, and what terms have printed with
 * its label. Where fewer fields are
 * asked for, less is sent; the whole summary counts as disclosed all the same.
 */
export function listLine(leaving: Leaving, fields: ReadonlySet<string> | null, reader: string): string {
  const { entry, rendition } = leaving;
  const stored = rendition.bytes.toString();
  const line = `${stored.slice(0, -1)},"released_to_you":"${microInstant(entry.date_added)}"${membersOf(besideLabel(leaving, reader))}}`;
  return fields === null ? line : JSON.stringify(pick(JSON.parse(line) as object, fields));
}

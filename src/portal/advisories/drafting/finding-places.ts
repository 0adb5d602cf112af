import type { Finding } from '../advisory';
import type { DraftFields } from './draft-form';

const PLACES: readonly (readonly [path: RegExp, field: string])[] = [
  [/^\/document\/title\b/, 'title'],
  [/^\/document\/lang\b/, 'lang'],
  [/^\/document\/references\b/, 'references'],
  [/^\/document\/distribution\b/, 'handling.tlp'],
  [/^\/vulnerabilities\b/, 'cves'],
];

/** The notes of the CSAF document in the order in which they are written of what the editor holds. */
function noteField(at: number, { summary, details, recommendation, parts }: DraftFields): string {
  const texts = Object.entries({ summary, details, recommendation }).filter(([, text]) => text !== '');
  const [name] = texts[at] ?? [];
  if (name) return name;
  return at - texts.length < parts.length ? `parts.${at - texts.length}` : '';
}

/** The field of the editor that a place in the CSAF document comes from; empty where it comes from none. */
export function fieldOf({ path }: Finding, fields: DraftFields): string {
  const [, note] = /^\/document\/notes\/(\d+)\b/.exec(path) ?? [];
  if (note !== undefined) return noteField(Number(note), fields);
  return PLACES.find(([pattern]) => pattern.test(path))?.[1] ?? '';
}

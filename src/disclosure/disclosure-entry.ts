import type { NewEntry } from '../record';
import type { NewDisclosure, Described } from './disclosure.store';

/**
 * The entry of a disclosure: identifiers and digests for both sides, the title as content, which can be erased. Of RED
 * the side of the reader names the person, and no title stands in it: more people read a log than may read the item.
 */
export function disclosureEntry(row: NewDisclosure, described: Described | undefined): NewEntry {
  if (!described) throw new Error('A disclosure that cannot be described');
  const { title, ...facts } = described;
  return {
    id: row.entry,
    log: row.log,
    kind: 'disclosure',
    shared: {
      disclosure: row.id,
      ...facts,
      projection: row.projection,
      content_sha256: row.sha256.toString('hex'),
      agreement: row.grant?.facts.terms.agreement ?? null,
      terms_version: row.grant?.facts.terms.number ?? null,
      clause: row.grant?.facts.clause ?? null,
      decision: row.decision,
      rules_version: row.rulesVersion,
      obligations: row.obligations,
    },
    ...(row.person === null ? { content: { title } } : { sides: { [row.team]: { person: row.person } } }),
  };
}

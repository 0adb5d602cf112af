import { personalData } from './personal-data';
import type { GrantFacts, PartFacts, Question } from './question';
import { refusedParts } from './refused-parts';
import { notApplicable, type Verdict, when } from './verdict';
import { victimIdentity } from './victim-identity';

const D25 = 'D-25';

/** Whether the recipient is told of the source in full; a victim's consent, which comes and goes, is not asked. */
function isTold(question: Question, part: PartFacts, grant: GrantFacts): boolean {
  const asked = { ...question, reader: grant.to };
  const settled = { ...part, victimConsents: [] };
  return [
    refusedParts(asked, settled, grant),
    victimIdentity(asked, settled, grant),
    personalData(settled, grant),
  ].every(({ action }) => action === 'keep');
}

/**
 * D-25 named source (grant): where the terms must name sources, an item that tells of one goes with it or not at all. What
 * the source’s own marking, or another term, does not let go withholds the item, which would otherwise leave without it.
 */
export function namedSource(question: Question, grant: GrantFacts): Verdict {
  const telling = question.item.parts.filter(({ tags }) => tags.includes('source_identity'));
  if (grant.sourceAttribution !== 'must')
    return notApplicable(D25, 'the terms do not ask that sources are named');
  if (telling.length === 0) return notApplicable(D25, 'the item tells of no source');
  return when(
    telling.every((part) => isTold(question, part, grant)),
    D25,
    'the source is told with it',
    'the source has to be named, and may not be told',
    { parts: telling.map(({ number }) => number), clause: grant.clause },
  );
}

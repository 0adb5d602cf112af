import { decide } from './decide';
import { forbidding } from './near-miss';
import type { ItemFacts, Question } from './question';
import type { Verdict } from './verdict';

/** Why an item that a team has does not reach one of its constituents: in words, and the rule if it may be told. */
export interface OutOfReach {
  readonly rule: string | null;
  readonly says: string;
}

const ONWARD = {
  none: 'the terms oblige your team to pass it on to nobody',
  with_prior_written_consent:
    'the terms oblige your team to pass nothing on without the prior written consent of the originator',
} as const;

const ASK = 'ask for it with POST /api/v1/consent-requests and the scope `constituents`';

/** What D-20 compared, in words. The terms are the team's own, so it may know all of them. */
function termsInWords({ compared }: Verdict): string {
  const { label, onward, amber_reach: reach, clause } = compared;
  const under = `(${String(clause)})`;
  if (onward === 'none') return `${ONWARD.none} ${under}`;
  if ('consent' in compared) return `${ONWARD.with_prior_written_consent} ${under}: ${ASK}`;
  if (label !== 'AMBER') return `TLP:${String(label)} stays with the team that receives it`;
  if (reach === 'own_organisation') return `the terms let AMBER reach your own organization only ${under}`;
  return `the terms let AMBER reach the constituents that they name, and it is none of them ${under}`;
}

/** What the originator or the source of the content says of whom it is for, is theirs: only that it forbids is told. */
function inWords(refused: readonly Verdict[]): OutOfReach {
  const terms = refused.find(({ rule }) => rule === 'D-20');
  if (terms) return { rule: 'D-20', says: termsInWords(terms) };
  return { rule: null, says: 'what its originator or its source allows does not reach this constituent' };
}

/** The item as it is once the parent passes it on to the constituent. */
const passedOn = ({ item, at }: Question, by: string, to: string): ItemFacts => ({
  ...item,
  passedOn: [...item.passedOn, { by, to, from: at, until: null }],
});

/**
 * Whether an item would reach a constituent now, if its parent, who asks and has it under a grant, passed it on.
 * @returns null if it would
 */
export function outOfReach(parent: Question, constituent: string): OutOfReach | null {
  const item = passedOn(parent, parent.reader, constituent);
  const { released, bases } = decide({ ...parent, reader: constituent, parent: parent.reader, item });
  if (released) return null;
  const open = new Set(
    decide(parent)
      .bases.filter((basis) => basis.released)
      .map(({ grant }) => grant),
  );
  const refused = bases.filter(({ grant }) => open.has(grant)).map(forbidding);
  const nearest = refused.toSorted((one, other) => one.length - other.length).slice(0, 1);
  return inWords(nearest.flat());
}

import { constituents } from './constituents';
import { informationType } from './information-type';
import { keeps, type PartVerdict } from './part-action';
import { permissibleActions } from './permissible-actions';
import type { GrantFacts, PartFacts, Question } from './question';
import { red } from './red';
import { tlpCeiling } from './tlp-ceiling';

const T04 = 'T-04';

/** T-04 refused parts: what would be refused as an item of its own (D-04, D-05, D-11, D-16, D-20) is dropped; the item goes without it. */
export function refusedParts(question: Question, part: PartFacts, grant: GrantFacts): PartVerdict {
  const { tlp, informationType: type, pap } = part;
  const asked: Question = { ...question, item: { ...question.item, tlp, informationType: type, pap } };
  const refusing = [
    tlpCeiling(asked, grant),
    informationType(asked, grant),
    permissibleActions(asked, grant),
    red(asked),
    constituents(asked, grant),
  ].find(({ verdict }) => verdict === 'forbids');
  if (!refusing) return keeps(T04);
  return {
    rule: T04,
    action: 'drop',
    says: `its own question is refused by ${refusing.rule}: ${refusing.says}`,
  };
}

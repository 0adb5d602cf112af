import { constituents } from './constituents';
import { informationType } from './information-type';
import { nationalOverlay, nationalOverlayOnPublic } from './national-overlay';
import { keeps, type PartVerdict } from './part-action';
import { permissibleActions } from './permissible-actions';
import type { GrantFacts, PartFacts, Question } from './question';
import { red } from './red';
import { tlpCeiling } from './tlp-ceiling';

const T04 = 'T-04';

/** The question of a part alone. */
const askedOf = (question: Question, { tlp, informationType: type, pap }: PartFacts): Question => ({
  ...question,
  item: { ...question.item, tlp, informationType: type, pap },
});

/** Whether the originator's law bars a part from the public. */
export const isBarredFromPublic = (question: Question, part: PartFacts): boolean =>
  nationalOverlayOnPublic(askedOf(question, part)).verdict === 'forbids';

/** T-04 refused parts: what would be refused as an item of its own (D-04, D-05, D-11, D-16, D-18, D-20) is dropped; the item goes without it. */
export function refusedParts(question: Question, part: PartFacts, grant: GrantFacts): PartVerdict {
  const asked = askedOf(question, part);
  const refusing = [
    tlpCeiling(asked, grant),
    informationType(asked, grant),
    permissibleActions(asked, grant),
    red(asked),
    constituents(asked, grant),
    nationalOverlay(asked, grant),
  ].find(({ verdict }) => verdict === 'forbids');
  if (!refusing) return keeps(T04);
  return {
    rule: T04,
    action: 'drop',
    says: `its own question is refused by ${refusing.rule}: ${refusing.says}`,
  };
}

import type { OverlayFacts, OverlayRestriction } from './overlay';
import type { GrantFacts, ItemFacts, Question } from './question';
import { forbids, notApplicable, passes, type Verdict } from './verdict';
import { TLP_LABELS } from './vocabulary';

const D18 = 'D-18';

/** What has no type or no marking is covered: unknown withholds. */
function covers({ informationTypes, leastTlp }: OverlayRestriction, item: ItemFacts): boolean {
  const type = item.informationType;
  if (informationTypes !== 'any' && type !== null && !informationTypes.includes(type)) return false;
  if (leastTlp === null || item.tlp === null) return true;
  const rank = TLP_LABELS.indexOf(item.tlp);
  return rank < 0 || rank >= TLP_LABELS.indexOf(leastTlp);
}

/** An unknown country is abroad, and on every list. */
function reaches({ countries }: OverlayRestriction, own: string | null, other: string | null): boolean {
  if (countries === 'abroad') return own === null || other === null || own !== other;
  return countries.length > 0 && (other === null || countries.includes(other));
}

function withheld(
  side: 'originator' | 'recipient',
  { number, law, from }: OverlayFacts,
  { clause }: OverlayRestriction,
  says: string,
): Verdict {
  return forbids(D18, says, { side, law, clause, overlay_version: number, counts_from: from });
}

/**
 * Never that there is no overlay: what is disclosed carries its verdicts, and whether the other side has one is not
 * for either to know.
 */
const nothingStandsAgainst = (): Verdict => passes(D18, 'no national rule stands against it');

/** D-18 national overlay (grant): neither what the originator may send nor what the recipient may receive bars it. */
export function nationalOverlay({ item }: Question, grant: GrantFacts): Verdict {
  const { fromCountry, toCountry, toOverlay } = grant;
  const sending = item.overlay?.restrictions.find(
    (one) => one.direction === 'sending' && covers(one, item) && reaches(one, fromCountry, toCountry),
  );
  if (item.overlay && sending)
    return withheld('originator', item.overlay, sending, 'the originator’s law does not let it go there');
  const receiving = toOverlay?.restrictions.find(
    (one) => one.direction === 'receiving' && covers(one, item) && reaches(one, toCountry, fromCountry),
  );
  if (toOverlay && receiving)
    return withheld('recipient', toOverlay, receiving, 'the recipient’s law does not let it come in');
  return nothingStandsAgainst();
}

/** What of its owner's overlay bars a version from the public. */
const barringPublic = (item: ItemFacts): OverlayRestriction | undefined =>
  item.overlay?.restrictions.find((one) => one.direction === 'sending' && one.public && covers(one, item));

/** The law and clause by which a version may not be public; null where nothing bars it. */
export function barredFromPublicBy(item: ItemFacts): { law: string; clause: string } | null {
  const barring = barringPublic(item);
  return item.overlay && barring ? { law: item.overlay.law, clause: barring.clause } : null;
}

/** D-18 national overlay (public): the originator's law does not bar its release to the public. */
export function nationalOverlayOnPublic({ subject, item }: Question): Verdict {
  if (subject !== 'content') return notApplicable(D18, 'the notice has no content');
  const barring = barringPublic(item);
  if (item.overlay && barring)
    return withheld('originator', item.overlay, barring, 'the originator’s law does not let it be public');
  return nothingStandsAgainst();
}

import type { OverlayFacts, OverlayRestriction } from './overlay';
import type { GrantFacts, ItemFacts, Question } from './question';
import { forbids, passes, type Verdict } from './verdict';
import { type Tlp, TLP_LABELS } from './vocabulary';

const D18 = 'D-18';

/** What bars an item: a restriction, and the version of the overlay that it is in. */
interface Barring {
  readonly overlay: OverlayFacts;
  readonly restriction: OverlayRestriction;
}

/** None, and what TLP does not know, are below all of them. */
const rankOf = (tlp: Tlp | null): number => TLP_LABELS.findIndex((label) => label === tlp);

/** What has no type or no marking is covered: unknown withholds. */
function covers({ informationTypes, leastTlp }: OverlayRestriction, item: ItemFacts): boolean {
  const type = item.informationType;
  if (informationTypes !== 'any' && type !== null && !informationTypes.includes(type)) return false;
  const rank = rankOf(item.tlp);
  return rank < 0 || rank >= rankOf(leastTlp);
}

/** An unknown country is abroad, and on every list. */
function reaches({ countries }: OverlayRestriction, own: string | null, other: string | null): boolean {
  if (countries === 'abroad') return own === null || own !== other;
  return countries.length > 0 && (other === null || countries.includes(other));
}

/** The first restriction that holds. An overlay of which is not known whether it is there is no reason to let go: it errs. */
function barring(
  overlay: OverlayFacts | null,
  direction: OverlayRestriction['direction'],
  item: ItemFacts,
  holds: (restriction: OverlayRestriction) => boolean,
): Barring | null {
  if (overlay === null) return null;
  const restriction = overlay.restrictions.find(
    (one) => one.direction === direction && covers(one, item) && holds(one),
  );
  return restriction ? { overlay, restriction } : null;
}

const withheld = (
  side: 'originator' | 'recipient',
  { overlay, restriction }: Barring,
  says: string,
): Verdict =>
  forbids(D18, says, {
    ...{ side, law: overlay.law, clause: restriction.clause },
    ...{ overlay_version: overlay.number, counts_from: overlay.from },
  });

/**
 * Never that there is no overlay: what is disclosed carries its verdicts, and whether the other side has one is not
 * for either to know.
 */
const nothingStandsAgainst = (): Verdict => passes(D18, 'no national rule stands against it');

/** D-18 national overlay (grant): neither what the originator may send nor what the recipient may receive bars it. */
export function nationalOverlay({ item }: Question, grant: GrantFacts): Verdict {
  const { fromCountry, toCountry, toOverlay } = grant;
  const sending = barring(item.overlay, 'sending', item, (one) => reaches(one, fromCountry, toCountry));
  if (sending) return withheld('originator', sending, 'the originator’s law does not let it go there');
  const receiving = barring(toOverlay, 'receiving', item, (one) => reaches(one, toCountry, fromCountry));
  if (receiving) return withheld('recipient', receiving, 'the recipient’s law does not let it come in');
  return nothingStandsAgainst();
}

const barringPublic = (item: ItemFacts): Barring | null =>
  barring(item.overlay, 'sending', item, (one) => one.public);

/** The law and clause by which a version may not be public; null where nothing bars it. */
export function barredFromPublicBy(item: ItemFacts): { law: string; clause: string } | null {
  const found = barringPublic(item);
  return found && { law: found.overlay.law, clause: found.restriction.clause };
}

/** D-18 national overlay (public): the originator's law does not bar its release to the public. */
export function nationalOverlayOnPublic({ item }: Question): Verdict {
  const barred = barringPublic(item);
  return barred
    ? withheld('originator', barred, 'the originator’s law does not let it be public')
    : nothingStandsAgainst();
}

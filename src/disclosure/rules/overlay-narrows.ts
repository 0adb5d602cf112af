import type { OverlayRestriction } from './overlay';
import { TLP_LABELS } from './vocabulary';

/** One thing that a restriction withholds: of one type or any, to or from one country, all abroad, or the public. */
interface Part {
  readonly direction: OverlayRestriction['direction'];
  readonly type: string;
  readonly place: string;
  readonly leastRank: number;
}

/** Every marking is at least none, which has the rank below all. */
const rankOf = (leastTlp: OverlayRestriction['leastTlp']): number =>
  TLP_LABELS.findIndex((label) => label === leastTlp);

function partsOf({
  direction,
  informationTypes,
  leastTlp,
  countries,
  public: toPublic,
}: OverlayRestriction): Part[] {
  const types = informationTypes === 'any' ? ['any'] : informationTypes;
  const places = [...(countries === 'abroad' ? ['abroad'] : countries), ...(toPublic ? ['the public'] : [])];
  const leastRank = rankOf(leastTlp);
  return types.flatMap((type) => places.map((place) => ({ direction, type, place, leastRank })));
}

/** Whether a country on a list is abroad for sure; without an own country every one is. */
const isWithin = (place: string, wider: string, own: string | null): boolean =>
  place === wider || (wider === 'abroad' && place !== 'the public' && place !== own);

/**
 * Whether one version of an overlay withholds all that another does, so that nothing goes that did not go before.
 * Part by part: what only several restrictions together withhold is not seen, and counts as widening.
 * @param own the country of the organization
 */
export function onlyNarrows(
  former: readonly OverlayRestriction[],
  next: readonly OverlayRestriction[],
  own: string | null,
): boolean {
  const withheld = next.flatMap(partsOf);
  return former
    .flatMap(partsOf)
    .every((part) =>
      withheld.some(
        (other) =>
          other.direction === part.direction &&
          (other.type === 'any' || other.type === part.type) &&
          isWithin(part.place, other.place, own) &&
          other.leastRank <= part.leastRank,
      ),
    );
}

import type { Instant, ItemFacts, PauseFacts } from './question';
import { within } from './terms-in-force';
import { INFORMATION_TYPES } from './vocabulary';

const KNOWN: readonly string[] = INFORMATION_TYPES;

/** Of which information types an item is: of its own, and of those of its parts; null is unknown. */
const typesOf = ({ informationType, parts }: ItemFacts): (string | null)[] => [
  informationType,
  ...parts.map((part) => part.informationType),
];

/**
 * Whether a pause withholds an item. One that names information types withholds as a whole what is of any of them, by
 * itself or by any of its parts, and what is of an unknown one: who suspends a type does not get it as a part of another.
 */
function withholds({ types }: PauseFacts, item: ItemFacts): boolean {
  return (
    types === null ||
    typesOf(item).some((type) => type === null || !KNOWN.includes(type) || types.includes(type))
  );
}

/** The pause that withholds an item at an instant, one of everything first; undefined if none does. */
export function pauseThatHolds(
  at: Instant,
  item: ItemFacts,
  pauses: readonly PauseFacts[],
): PauseFacts | undefined {
  const holding = pauses.filter((pause) => within(at, pause) && withholds(pause, item));
  return holding.find(({ types }) => types === null) ?? holding[0];
}

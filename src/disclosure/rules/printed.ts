import type { MappedLevel, MarkingText } from './handling-terms';
import { obligationsUnder } from './obligations';
import type { GrantFacts, NarrowingFacts } from './question';
import { TLP_LABELS } from './vocabulary';

/** What stands beside the label of what came under terms; only what these say. */
export interface Printed {
  /** Every text of every instrument that speaks of it. */
  readonly marking?: readonly MarkingText[];
  /** The level of the reader's national scheme at which it is held. */
  readonly national_level?: string;
}

/** The level of a label, or of the next stricter one that has one: it is rounded up. */
function levelOf(levels: readonly MappedLevel[], label: string): string | undefined {
  const rank = TLP_LABELS.findIndex((one) => one === label);
  if (rank < 0) return undefined;
  const [found] = TLP_LABELS.slice(rank).flatMap((one) => levels.find((level) => level.label === one) ?? []);
  return found?.level;
}

/**
 * What is printed with the label of what a decision let go (O-14, O-20). It follows from the terms that are cited, so that it
 * changes with them and no stored bytes do (decision record 40).
 * @param grant null for what is public or one's own: nothing is printed with it
 * @param reader the map is that of the recipient of the grant; its constituents have their own
 */
export function printedWith(
  grant: GrantFacts | null,
  instruments: readonly NarrowingFacts[],
  { label, reader }: { label: string; reader: string },
): Printed {
  const owed = obligationsUnder(grant, instruments, 0);
  const of = <T>(term: string): T[] =>
    owed.flatMap((one) => (one.term === term ? (one.value as unknown as T[]) : []));
  const texts = of<MarkingText>('marking');
  const marking = texts.filter(
    ({ language, text }, place) =>
      texts.findIndex((one) => one.language === language && one.text === text) === place,
  );
  const level = grant?.to === reader ? levelOf(of<MappedLevel>('classification_map'), label) : undefined;
  return { ...(marking.length > 0 && { marking }), ...(level !== undefined && { national_level: level }) };
}

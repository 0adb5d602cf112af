import { SURVIVING, type Survival, type Surviving } from './lasting-terms';

/** For how many years after the end something lives on; null is without an end, as everything is that is not said. */
export const yearsOf = (said: Survival | undefined, what: Surviving): number | null => {
  const years = said?.[what] ?? 'indefinite';
  return years === 'indefinite' ? null : years;
};

/** Whether everything lives on at least as long. */
export const livesOnAsLong = (one: Survival | undefined, other: Survival | undefined): boolean =>
  SURVIVING.every((what) => (yearsOf(one, what) ?? Infinity) >= (yearsOf(other, what) ?? Infinity));

/** A list of what ends after years, and of what is said to be without an end. */
export function survivalInWords(said: Survival): string {
  const each = SURVIVING.flatMap((what) => {
    const years = said[what];
    if (years === undefined) return [];
    const long = years === 'indefinite' ? 'without an end' : `for ${years} ${years === 1 ? 'year' : 'years'}`;
    return [`${what.replaceAll('_', ' ')} ${long}`];
  });
  return `After the end of the agreement live on: ${each.join(', ')}; all else that is owed without an end.`;
}

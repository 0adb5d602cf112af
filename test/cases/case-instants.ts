import type { GivenFact, Moment } from './given-world';

/** An instant as it is written in a case. */
export type Written = string;
export type WrittenFact = Written | { effective: Written; recorded: Written; confirmed?: Written };

export const instant = (written: Written): Moment => Date.parse(written);
/** An instant, or `never`. */
export const moment = (written: Written | undefined): Moment | null =>
  written === undefined || written === 'never' ? null : instant(written);

export function fact(written: WrittenFact | undefined): GivenFact | null {
  if (written === undefined || typeof written === 'string') return moment(written);
  const { effective, recorded, confirmed } = written;
  return {
    effective: instant(effective),
    recorded: instant(recorded),
    ...(confirmed !== undefined && { confirmed: moment(confirmed) }),
  };
}

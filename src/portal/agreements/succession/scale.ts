/** When an agreement is in force, as the web API tells; without an end it goes on. */
export interface Held {
  readonly agreement: string;
  readonly from: string;
  readonly until: string | null;
}

/** Where a bar stands, in parts of the whole width. */
export interface Bar {
  readonly agreement: string;
  readonly begins: number;
  readonly ends: number;
  readonly open: boolean;
}

/** How much of the width is left to what goes on without an end, or has just begun. */
const ONWARD = 0.15;

/** Two agreements on one line of time that is true to scale: the former, the later, and what lies between. */
export function scaleOf(
  former: Held,
  later: Held,
): { bars: readonly [Bar, Bar]; between: readonly [number, number] } {
  const at = (instant: string) => Date.parse(instant);
  const known = [former.from, former.until, later.from, later.until].filter((one) => one !== null).map(at);
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const onward = (last - first || 1) * ONWARD;
  const isOpen = former.until === null || later.until === null || at(later.from) === last;
  const whole = last - first + (isOpen ? onward : 0) || 1;
  const place = (instant: string) => (at(instant) - first) / whole;
  const bar = ({ agreement, from, until }: Held): Bar => ({
    agreement,
    begins: place(from),
    ends: until === null ? 1 : place(until),
    open: until === null,
  });
  const bars = [bar(former), bar(later)] as const;
  return { bars, between: [Math.min(bars[0].ends, bars[1].begins), Math.max(bars[0].ends, bars[1].begins)] };
}

/** Versions that became known in one direction, as the database counts them. */
export interface FlowCell {
  readonly direction: 'shared' | 'received';
  /** In UTC, as 2026-03. */
  readonly month: string;
  readonly tlp: string;
  readonly information_type: string;
  readonly categories: readonly string[];
  readonly versions: number;
  readonly acknowledged: number;
  readonly waited_hours: readonly number[];
}

export interface Count {
  readonly name: string;
  readonly versions: number;
}

/** One direction in sums; an item of several categories counts in each of them. */
export interface FlowSums {
  readonly versions: number;
  readonly months: Count[];
  readonly labels: Count[];
  readonly types: Count[];
  readonly categories: Count[];
  readonly acknowledged: number;
  /** Of those that were acknowledged, from when it became known; null where there are none. */
  readonly median_hours: number | null;
}

const byName = (one: Count, other: Count): number => (one.name < other.name ? -1 : 1);

function summed(cells: readonly FlowCell[], namesOf: (cell: FlowCell) => readonly string[]): Count[] {
  const sums = new Map<string, number>();
  for (const cell of cells)
    for (const name of namesOf(cell)) sums.set(name, (sums.get(name) ?? 0) + cell.versions);
  return [...sums].map(([name, versions]) => ({ name, versions })).toSorted(byName);
}

/** The middle of some numbers, to a tenth; of an even count the mean of the two in the middle. */
export function medianOf(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = numbers.toSorted((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  const middle = sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
  return Math.round(middle * 10) / 10;
}

/** The months of a period in UTC, each as 2026-03; the one in which it ends only where something of it is within. */
export function monthsOf(from: string, until: string): string[] {
  const months: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const name = () => `${year}-${String(month).padStart(2, '0')}`;
  while (`${name()}-01T00:00:00.000Z` < until) {
    months.push(name());
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return months;
}

/** One direction of a period in sums; months without anything are there with nothing. */
export function sumsOf(
  all: readonly FlowCell[],
  direction: FlowCell['direction'],
  months: readonly string[],
): FlowSums {
  const cells = all.filter((cell) => cell.direction === direction);
  const found = new Map(summed(cells, ({ month }) => [month]).map(({ name, versions }) => [name, versions]));
  return {
    versions: cells.reduce((sum, { versions }) => sum + versions, 0),
    months: months.map((name) => ({ name, versions: found.get(name) ?? 0 })),
    labels: summed(cells, ({ tlp }) => [tlp]),
    types: summed(cells, ({ information_type: type }) => [type]),
    categories: summed(cells, ({ categories }) => categories),
    acknowledged: cells.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
    median_hours: medianOf(cells.flatMap(({ waited_hours: hours }) => hours)),
  };
}

/** Seconds of several runs of one thing. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

const at = (sorted: readonly number[], share: number) => sorted[Math.round((sorted.length - 1) * share)]!;

/** Median and the tenth and ninetieth percentiles. */
export function spread(times: readonly number[]): Spread {
  const sorted = times.toSorted((one, other) => one - other);
  return { median: at(sorted, 0.5), low: at(sorted, 0.1), high: at(sorted, 0.9) };
}

/** How long it took. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - begun) / 1e9;
}

/**
 * Runs the subject and its baseline in turns, so that whatever else the machine does falls on both alike.
 * @param rounds how often each runs after a tenth of that to warm up
 */
export async function sideBySide(
  rounds: number,
  subject: (round: number) => Promise<unknown>,
  baseline: (round: number) => Promise<unknown>,
): Promise<{ subject: Spread; baseline: Spread; ratio: number }> {
  const warm = Math.ceil(rounds / 10);
  const times = { subject: [] as number[], baseline: [] as number[] };
  for (let round = 0; round < rounds + warm; round++) {
    const first = round % 2 === 0;
    const one = await seconds(() => (first ? subject(round) : baseline(round)));
    const other = await seconds(() => (first ? baseline(round) : subject(round)));
    if (round < warm) continue;
    times.subject.push(first ? one : other);
    times.baseline.push(first ? other : one);
  }
  const [measured, compared] = [spread(times.subject), spread(times.baseline)];
  return { subject: measured, baseline: compared, ratio: measured.median / compared.median };
}

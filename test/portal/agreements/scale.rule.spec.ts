import fc from 'fast-check';
import { scaleOf } from '../../../src/portal/agreements/succession/scale';

const day = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString();

describe('the picture of two agreements', () => {
  it('is true to scale: a gap as long as the former is as wide', () => {
    const { bars, between } = scaleOf(
      { agreement: 'A', from: day(0), until: day(10) },
      { agreement: 'B', from: day(20), until: day(40) },
    );
    expect(bars.map(({ begins, ends }) => [begins, ends])).toEqual([
      [0, 0.25],
      [0.5, 1],
    ]);
    expect(between).toEqual([0.25, 0.5]);
  });

  it('stays within its width, whatever it shows, and leaves room for what has no end', () => {
    const instant = fc.integer({ min: 0, max: 4000 });
    const held = fc.tuple(instant, fc.option(fc.integer({ min: 1, max: 900 }))).map(([from, length]) => ({
      agreement: 'A',
      from: day(from),
      until: length === null ? null : day(from + length),
    }));
    fc.assert(
      fc.property(held, held, (former, later) => {
        for (const { begins, ends, open } of scaleOf(former, later).bars) {
          expect(begins).toBeGreaterThanOrEqual(0);
          expect(ends).toBeLessThanOrEqual(1 + 1e-9);
          expect(ends - begins).toBeGreaterThan(0);
          if (open) expect(ends).toBe(1);
        }
      }),
    );
  });
});

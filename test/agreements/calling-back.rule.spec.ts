import fc from 'fast-check';
import { callBackFaults, calledBackUntil, countsFrom } from '../../src/agreements/rules/calling-back';

const HOUR = 3_600_000;
const instant = fc.integer({ min: 0, max: 4e12 });

describe('a call back', () => {
  it('counts if and only if she was verified before and the number is on file for 72 hours', () => {
    fc.assert(
      fc.property(instant, fc.option(instant), fc.boolean(), (at, onFileSince, heldBefore) => {
        const counts = heldBefore && onFileSince !== null && onFileSince + 72 * HOUR <= at;
        expect(callBackFaults({ at, onFileSince, heldBefore }).length === 0).toBe(counts);
      }),
    );
  });

  it('counts from the instant that is told of the number, to the millisecond, and for 24 hours', () => {
    fc.assert(
      fc.property(instant, (since) => {
        const from = countsFrom(since);
        const asked = (at: number) => callBackFaults({ at, onFileSince: since, heldBefore: true });
        expect([asked(from - 1).map(({ rule }) => rule), asked(from)]).toEqual([['on-file-long-enough'], []]);
        expect(calledBackUntil(from) - from).toBe(24 * HOUR);
      }),
    );
  });
});

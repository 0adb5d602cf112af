import { nextWordDue, type Words } from '../../../src/disclosure/responding/rules/next-word';
import { timed } from './timed';

const HOUR = 3_600_000;
const SECOND = 1000;
const asked = timed('2028-02-28T12:00:00Z');
const words = (change: Partial<Words> = {}): Words => ({
  ...{ hours: 24, asked, updated: null, responded: null, over: asked + 1000 * HOUR },
  ...change,
});
const due = (change: Partial<Words>, at = asked) => {
  const found = nextWordDue(words(change), at);
  return found === null ? null : new Date(found).toISOString();
};

describe('the next word on a request', () => {
  it('is due so many hours after it was asked, and then after the last one, over a leap day', () => {
    expect(due({})).toBe('2028-02-29T12:00:00.000Z');
    expect(due({ updated: timed('2028-02-29T11:59:59Z') })).toBe('2028-03-01T11:59:59.000Z');
    expect(due({ updated: timed('2028-02-29T12:00:01Z') })).toBe('2028-03-01T12:00:01.000Z');
  });
  it('is due after elapsed hours, also where a clock is changed between two parties of different zones', () => {
    // Berlin puts the clock forward in the night of 2026-03-29; Karachi does not.
    expect(due({ asked: timed('2026-03-28T12:00:00Z') })).toBe('2026-03-29T12:00:00.000Z');
    expect(due({ asked: timed('2026-10-24T12:00:00Z') })).toBe('2026-10-25T12:00:00.000Z');
  });
  it('stays due while it does not come', () => {
    const at = asked + 24 * HOUR;
    expect([at - SECOND, at, at + SECOND].map((one) => due({}, one))).toEqual(
      Array.from({ length: 3 }, () => '2028-02-29T12:00:00.000Z'),
    );
  });
  it('is owed no more from the answer or the end on', () => {
    const at = asked + HOUR;
    const told = (change: Partial<Words>) =>
      [at - SECOND, at, at + SECOND].map((one) => due(change, one) !== null);
    expect(told({ responded: at })).toEqual([true, false, false]);
    expect(told({ over: at, hours: 1 })).toEqual([false, false, false]);
    expect(due({ over: asked + 24 * HOUR })).toBeNull();
    expect(due({ over: asked + 24 * HOUR + SECOND })).not.toBeNull();
  });
  it('is none where terms promise none', () => expect(due({ hours: null })).toBeNull());
});

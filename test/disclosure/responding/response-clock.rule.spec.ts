import { dueWithin } from '../../../src/disclosure/obligations/within';
import { responseStateAt } from '../../../src/disclosure/responding/rules/response-clock';
import { timed } from './timed';

const SECOND = 1000;
const [DUE, OVER] = [100 * SECOND, 200 * SECOND];
const state = (at: number, responded: number | null = null, over = OVER) =>
  responseStateAt({ due: DUE, responded, over }, at);

describe('the clock of a request', () => {
  it('runs until the second before it is due, and is overdue from that instant on', () => {
    expect([DUE - SECOND, DUE, DUE + SECOND].map((at) => state(at))).toEqual([
      'running',
      'overdue',
      'overdue',
    ]);
  });
  it('stops in time until the second before, and late from the instant on at which it is due', () => {
    const answered = [DUE - SECOND, DUE, DUE + SECOND].map((at) => state(OVER * 2, at));
    expect(answered).toEqual(['met', 'late', 'late']);
  });
  it('has not stopped yet before the instant of the answer', () => {
    const at = DUE - 2 * SECOND;
    expect([at - SECOND, at, at + SECOND].map((one) => state(one, at))).toEqual(['running', 'met', 'met']);
  });
  it('that ends unanswered is missed only where it had been due', () => {
    const over = [DUE - SECOND, DUE, DUE + SECOND].map((one) => state(OVER * 2, null, one));
    expect(over).toEqual(['stopped', 'stopped', 'missed']);
  });
  it('is what it is at each instant, whatever comes later', () => {
    expect([OVER - SECOND, OVER, OVER + SECOND].map((at) => state(at))).toEqual([
      'overdue',
      'missed',
      'missed',
    ]);
    expect(state(OVER + SECOND, DUE - SECOND, OVER)).toBe('met');
  });
});

const OFFICE = { days: ['mon', 'tue', 'wed', 'thu', 'fri'] as const, from: '09:00', until: '17:00' };
const DAY_OF_WORK = (zone: string) => ({ minutes: 480, working_hours: { zone, ...OFFICE } });

describe('an answer that is promised within a working day', () => {
  it('is due by the clock of whoever promises it, wherever it is asked', () => {
    // 2026-03-25 is a Wednesday. Asked at noon of Islamabad, three in the afternoon of Beijing.
    const asked = timed('2026-03-25T07:00:00Z');
    expect(dueWithin(DAY_OF_WORK('Asia/Karachi'), null, asked)).toBe(timed('2026-03-26T07:00:00Z'));
    expect(dueWithin(DAY_OF_WORK('Asia/Shanghai'), null, asked)).toBe(timed('2026-03-26T07:00:00Z'));
    // The evening of Beijing is the afternoon of Islamabad.
    const late = timed('2026-03-25T09:30:00Z');
    expect(dueWithin(DAY_OF_WORK('Asia/Karachi'), null, late)).toBe(timed('2026-03-26T09:30:00Z'));
    expect(dueWithin(DAY_OF_WORK('Asia/Shanghai'), null, late)).toBe(timed('2026-03-26T09:00:00Z'));
  });
  it('moves with the change of daylight saving where there is one, and not where there is none', () => {
    // Friday before the night of 2026-03-29, on which Berlin puts the clock forward.
    const friday = timed('2026-03-27T12:00:00Z');
    expect(dueWithin(DAY_OF_WORK('Europe/Berlin'), null, friday)).toBe(timed('2026-03-30T11:00:00Z'));
    expect(dueWithin(DAY_OF_WORK('Asia/Karachi'), null, friday - SECOND)).toBe(timed('2026-03-30T11:59:59Z'));
    // And back, in the night of 2026-10-25.
    const autumn = timed('2026-10-23T12:00:00Z');
    expect(dueWithin(DAY_OF_WORK('Europe/Berlin'), null, autumn)).toBe(timed('2026-10-26T13:00:00Z'));
  });
  it('counts a leap day, a second before and after its work begins and ends', () => {
    // 2028-02-28 is a Monday; 09:00 of Islamabad is 04:00 UTC.
    const within = DAY_OF_WORK('Asia/Karachi');
    const due = (asked: string) => new Date(dueWithin(within, null, timed(asked))).toISOString();
    expect(due('2028-02-28T11:59:59Z')).toBe('2028-02-29T11:59:59.000Z');
    expect(due('2028-02-28T12:00:00Z')).toBe('2028-02-29T12:00:00.000Z');
    expect(due('2028-02-29T03:59:59Z')).toBe('2028-02-29T12:00:00.000Z');
    expect(due('2028-02-29T04:00:01Z')).toBe('2028-03-01T04:00:01.000Z');
  });
});

import fc from 'fast-check';
import { dueWithin } from '../../../src/disclosure/obligations/within';
import { SEVERITIES, type WithinTime, WORKING_DAYS } from '../../../src/disclosure/rules/vocabulary';

const MINUTE = 60_000;
const at = (instant: string) => Date.parse(instant);
const due = (within: WithinTime, from: string, severity: (typeof SEVERITIES)[number] | null = 'low') =>
  new Date(dueWithin(within, severity, at(from))).toISOString();
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const hours = (zone: string, change: object = {}) => ({
  zone,
  days: WEEK,
  from: '09:00',
  until: '17:00',
  ...change,
});

describe('around the clock', () => {
  it('runs by elapsed time, over leap days and changes of the clock', () => {
    expect(due({ minutes: 30 }, '2026-11-30T23:45:00.001Z')).toBe('2026-12-01T00:15:00.001Z');
    expect(due({ minutes: 1440 }, '2028-02-28T12:00:00Z')).toBe('2028-02-29T12:00:00.000Z');
    expect(due({ minutes: 1440 }, '2026-02-28T12:00:00Z')).toBe('2026-03-01T12:00:00.000Z');
  });
  it('has another time for a severity that is named, and the shortest for one that is unknown', () => {
    const within = { minutes: 60, by_severity: { critical: 5, low: 600 } };
    const times = ([...SEVERITIES, null] as const).map((one) => dueWithin(within, one, 0) / MINUTE);
    expect(times).toEqual([60, 600, 60, 60, 5, 5]);
  });
});

describe('in working hours', () => {
  it('stands still outside of them, a second before and after each boundary', () => {
    const within = { minutes: 60, working_hours: hours('Asia/Karachi') };
    // 2026-03-02 is a Monday; Karachi is five hours ahead of UTC.
    expect(due(within, '2026-03-02T03:59:59Z')).toBe('2026-03-02T05:00:00.000Z');
    expect(due(within, '2026-03-02T04:00:00Z')).toBe('2026-03-02T05:00:00.000Z');
    expect(due(within, '2026-03-02T04:00:01Z')).toBe('2026-03-02T05:00:01.000Z');
    expect(due(within, '2026-03-02T10:59:59Z')).toBe('2026-03-02T11:59:59.000Z');
    expect(due(within, '2026-03-02T11:00:00Z')).toBe('2026-03-02T12:00:00.000Z');
    expect(due(within, '2026-03-02T11:00:01Z')).toBe('2026-03-03T04:00:01.000Z');
    expect(due(within, '2026-03-02T11:59:59Z')).toBe('2026-03-03T04:59:59.000Z');
    expect(due(within, '2026-03-02T12:00:00Z')).toBe('2026-03-03T05:00:00.000Z');
  });
  it('goes past weekends and holidays', () => {
    const within = { minutes: 60, working_hours: hours('Asia/Karachi', { holidays: ['2026-03-23'] }) };
    expect(due(within, '2026-03-20T11:30:00Z')).toBe('2026-03-24T04:30:00.000Z');
    const noHoliday = { minutes: 60, working_hours: hours('Asia/Karachi') };
    expect(due(noHoliday, '2026-03-20T11:30:00Z')).toBe('2026-03-23T04:30:00.000Z');
  });
  it('counts a leap day as any', () => {
    const within = { minutes: 480, working_hours: hours('UTC') };
    expect(due(within, '2028-02-28T16:00:00Z')).toBe('2028-02-29T16:00:00.000Z');
  });
  it('runs for an hour less on the night that the clock is put forward, and for one more when it is put back', () => {
    const night = {
      minutes: 240,
      working_hours: hours('Europe/Berlin', { days: WORKING_DAYS, from: '00:00', until: '06:00' }),
    };
    // 2026-03-29 01:00Z: 02:00 becomes 03:00. 2026-10-25 01:00Z: 03:00 becomes 02:00.
    expect(due(night, '2026-03-28T23:00:00Z')).toBe('2026-03-29T03:00:00.000Z');
    const six = { ...night, minutes: 360 };
    expect(due(six, '2026-03-28T23:00:00Z')).toBe('2026-03-29T23:00:00.000Z');
    expect(due(six, '2026-10-24T22:00:00Z')).toBe('2026-10-25T04:00:00.000Z');
    expect(due({ ...night, minutes: 420 }, '2026-10-24T22:00:00Z')).toBe('2026-10-25T05:00:00.000Z');
  });
  it('begins after the gap where it would begin within one', () => {
    const inGap = {
      minutes: 30,
      working_hours: hours('Europe/Berlin', { days: WORKING_DAYS, from: '02:30', until: '06:00' }),
    };
    expect(due(inGap, '2026-03-29T00:00:00Z')).toBe('2026-03-29T02:00:00.000Z');
  });
  it('goes by the clock of the zone that is said, wherever the parties are', () => {
    const from = '2026-03-02T08:30:00Z';
    const times = ['Asia/Shanghai', 'Asia/Karachi', 'America/New_York', 'Asia/Kathmandu'].map((zone) =>
      due({ minutes: 60, working_hours: hours(zone) }, from),
    );
    expect(times).toEqual([
      '2026-03-03T01:30:00.000Z',
      '2026-03-02T09:30:00.000Z',
      '2026-03-02T15:00:00.000Z',
      '2026-03-02T09:30:00.000Z',
    ]);
  });
  it('may end with the day', () => {
    const within = { minutes: 60, working_hours: hours('UTC', { from: '23:00', until: '24:00' }) };
    expect(due(within, '2026-03-02T23:30:00Z')).toBe('2026-03-03T23:30:00.000Z');
  });
  it('never takes less than the time itself, grows with it, and never runs backwards', () => {
    const zones = ['Asia/Karachi', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'];
    const arbitrary = fc.record({
      from: fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2029-01-01T00:00:00Z') }),
      later: fc.integer({ min: 0, max: 10 * 86_400_000 }),
      minutes: fc.integer({ min: 1, max: 5000 }),
      zone: fc.constantFrom(...zones),
      days: fc.subarray([...WORKING_DAYS], { minLength: 1 }),
    });
    fc.assert(
      fc.property(arbitrary, ({ from, later, minutes, zone, days }) => {
        const working_hours = { zone, days, from: '08:30', until: '16:15' };
        const one = dueWithin({ minutes, working_hours }, 'low', from);
        expect(one).toBeGreaterThanOrEqual(from + minutes * MINUTE);
        expect(dueWithin({ minutes: minutes + 1, working_hours }, 'low', from)).toBeGreaterThanOrEqual(
          one + MINUTE,
        );
        expect(dueWithin({ minutes, working_hours }, 'low', from + later)).toBeGreaterThanOrEqual(one);
      }),
      { numRuns: 200 },
    );
  });
});

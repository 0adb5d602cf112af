import { FURTHER } from '../../src/agreements/rules/no-wider-further';
import type { GrantContent } from '../../src/agreements/rules/terms-content';

describe('an answer that is promised', () => {
  const within = { minutes: 60, by_severity: { critical: 10 } };
  const hours = { zone: 'Asia/Karachi', days: ['mon'], from: '09:00', until: '17:00' };
  const noLess = (inner: GrantContent['respond_within']) => FURTHER.respond_within(inner, within);
  it('no later is no less, for any severity and around the clock', () => {
    expect(noLess(within)).toBe(true);
    expect(noLess({ minutes: 59, by_severity: { critical: 1, low: 2 } })).toBe(true);
    expect(FURTHER.respond_within(within, undefined)).toBe(true);
  });
  it.each<[string, GrantContent['respond_within']]>([
    ['no promise', undefined],
    ['a minute later', { ...within, minutes: 61 }],
    ['a minute later where it presses', { minutes: 60, by_severity: { critical: 11 } }],
    ['in working hours alone', { ...within, working_hours: hours }],
  ])('is less with %s', (_, respond_within) => expect(noLess(respond_within)).toBe(false));
});

describe('words that are promised', () => {
  it('as often or more often are no less', () => {
    expect([23, 24].map((hours) => FURTHER.update_interval_hours(hours, 24))).toEqual([true, true]);
    expect(FURTHER.update_interval_hours(1, undefined)).toBe(true);
  });
  it('less often, or none, are less', () => {
    expect([25, undefined].map((hours) => FURTHER.update_interval_hours(hours, 24))).toEqual([false, false]);
  });
});

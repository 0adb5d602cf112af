import fc from 'fast-check';
import { instantOf } from '../../src/platform/instant';

describe('an instant of the API', () => {
  it.each([
    ['2026-03-01T09:00:00Z', '2026-03-01T09:00:00.000Z'],
    ['2026-03-01T14:00:00+05:00', '2026-03-01T09:00:00.000Z'],
    ['2026-03-01T09:00:00.123999Z', '2026-03-01T09:00:00.123Z'],
    ['2028-02-29T23:59:59-00:00', '2028-02-29T23:59:59.000Z'],
  ])('%s is taken', (text, instant) => {
    expect(new Date(instantOf(text)!).toISOString()).toBe(instant);
  });
  it.each([
    ['a week of ISO 8601', '2026-W10-1T08:00:00Z'],
    ['an ordinal day of ISO 8601', '2026-060T08:00:00Z'],
    ['the basic form', '20260301T080000Z'],
    ['no zone', '2026-03-01T08:00:00'],
    ['no seconds', '2026-03-01T08:00Z'],
    ['a day that does not exist', '2026-02-29T08:00:00Z'],
    ['an hour that does not exist', '2026-03-01T24:00:00Z'],
    ['a leap second', '2026-06-30T23:59:60Z'],
    ['an offset that does not exist', '2026-03-01T08:00:00+25:00'],
    ['a comma', '2026-03-01T08:00:00,5Z'],
    ['small letters', '2026-03-01t08:00:00z'],
    ['a bare date', '2026-03-01'],
    ['a year before 1990', '1989-12-31T23:59:59Z'],
    ['a year after 2199', '2200-01-01T00:00:00Z'],
    ['a number', 1_772_352_000_000],
    ['null', null],
    ['a list', ['2026-03-01T09:00:00Z']],
  ])('%s is refused', (_what, text) => {
    expect(instantOf(text)).toBeUndefined();
  });
  it('comes back as the same millisecond', () => {
    const instants = fc.date({
      min: new Date('1990-01-01Z'),
      max: new Date('2199-12-31Z'),
      noInvalidDate: true,
    });
    fc.assert(fc.property(instants, (instant) => instantOf(instant.toISOString()) === instant.getTime()));
  });
});

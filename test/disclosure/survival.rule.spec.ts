import { OBLIGATIONS } from '../../src/agreements/rules/no-less-owed';
import { SURVIVING, type Survival } from '../../src/disclosure/rules/lasting-terms';
import { obligationsInWords, obligationsOf } from '../../src/disclosure/rules/obligations';
import { survivalAfter, yearsAfter } from '../../src/disclosure/obligations/survival';
import { livesOnAsLong } from '../../src/disclosure/rules/survival';

const at = (instant: string) => Date.parse(instant);
const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());
const after = (from: string, years: number) => iso(yearsAfter(at(from), years));

describe('years after the end of an agreement', () => {
  it('are of the calendar of UTC, to the second', () => {
    expect(after('2026-03-01T23:59:59Z', 1)).toBe('2027-03-01T23:59:59.000Z');
    expect(after('2026-03-02T00:00:00Z', 5)).toBe('2031-03-02T00:00:00.000Z');
    expect(after('2026-12-31T23:59:59.999Z', 1)).toBe('2027-12-31T23:59:59.999Z');
  });
  it('end on the last of February where the leap day is none, and on the leap day where it is one', () => {
    expect(after('2028-02-29T12:00:00Z', 1)).toBe('2029-02-28T12:00:00.000Z');
    expect(after('2028-02-29T12:00:00Z', 4)).toBe('2032-02-29T12:00:00.000Z');
    expect(after('2027-02-28T12:00:00Z', 1)).toBe('2028-02-28T12:00:00.000Z');
    expect(after('2096-02-29T00:00:00Z', 4)).toBe('2100-02-28T00:00:00.000Z');
  });
});

describe('what is owed', () => {
  it('lives on without an end, unless terms say otherwise of it', () => {
    expect(survivalAfter(undefined, 0)).toEqual(
      SURVIVING.map((what) => ({ what, years: null, until: null })),
    );
    const said = survivalAfter({ purposes: 1, retention: 'indefinite' }, at('2026-01-01T00:00:00Z'));
    expect(said.filter(({ until }) => until !== null)).toEqual([
      { what: 'purposes', years: 1, until: at('2027-01-01T00:00:00Z') },
    ]);
  });
  it('has no date before the agreement is over', () => {
    expect(survivalAfter({ purposes: 1 }, null).find(({ what }) => what === 'purposes')).toEqual({
      ...{ what: 'purposes', years: 1, until: null },
    });
  });
  it('goes with what is disclosed in words, without a date', () => {
    expect(
      obligationsInWords({
        survival: { confidentiality: 'indefinite', purposes: 1, onward_sharing: 5 },
        feedback: ['sightings', 'false_positives'],
      }),
    ).toEqual([
      'After the end of the agreement live on: confidentiality without an end, purposes for 1 year, onward sharing for 5 years; all else that is owed without an end.',
      'The originator hopes to be told of sightings, false positives; it has no date.',
    ]);
    const owed = obligationsOf(
      { obligations: { survival: { purposes: 1 }, feedback: ['usefulness'] }, clause: 'Art. 9' },
      0,
    );
    expect(owed.map(({ rule, due }) => [rule, due])).toEqual([
      ['O-11', null],
      ['O-12', null],
    ]);
  });
});

describe('terms that oblige to no less', () => {
  const cases: [string, Survival | undefined, Survival | undefined, boolean][] = [
    ['say nothing where nothing was said', undefined, undefined, true],
    ['say nothing where something was to end', undefined, { purposes: 3 }, true],
    ['say that nothing ends', { purposes: 'indefinite' }, undefined, true],
    ['let it live on longer', { purposes: 4 }, { purposes: 3 }, true],
    ['let it live on as long', { purposes: 3 }, { purposes: 3 }, true],
    ['let it end a year earlier', { purposes: 2 }, { purposes: 3 }, false],
    ['let end what was to live on', { purposes: 100 }, undefined, false],
    ['let end something else', { purposes: 3, retention: 50 }, { purposes: 3 }, false],
  ];
  it.each(cases)('%s', (_, inner, outer, holds) => {
    expect(OBLIGATIONS.survival(inner, outer)).toBe(holds);
    expect(livesOnAsLong(inner, outer)).toBe(holds);
  });
  it('hope to hear of no less', () => {
    expect(OBLIGATIONS.feedback(['sightings', 'usefulness'], ['usefulness'])).toBe(true);
    expect(OBLIGATIONS.feedback(['sightings'], ['usefulness'])).toBe(false);
    expect(OBLIGATIONS.feedback(undefined, ['usefulness'])).toBe(false);
    expect(OBLIGATIONS.feedback(['usefulness'], undefined)).toBe(true);
  });
});

import type { ItemFacts, PartFacts, PauseFacts } from '../../src/disclosure/rules/question';
import { ask, grant, NOON } from '../cases/question';

const suspended = (...types: string[]): PauseFacts => ({ from: NOON, until: NOON + 9, types });
const part = (informationType: string | null): PartFacts => ({
  ...{ number: 1, tlp: 'GREEN', informationType, pap: null, tags: [], victimConsents: [] },
});
const asked = (pauses: PauseFacts[], facts: Partial<ItemFacts> = {}, at = NOON) =>
  ask(facts, [grant({ pauses })], { at });
const inForce = (...of: Parameters<typeof asked>) =>
  asked(...of)
    .bases.at(-1)!
    .verdicts.find(({ rule }) => rule === 'D-03')!;

describe('a suspension of information types', () => {
  it.each<[string, boolean, PauseFacts[], Partial<ItemFacts>]>([
    ['withholds what is of one of them', false, [suspended('threat_report')], {}],
    ['withholds it as one of several', false, [suspended('indicator', 'threat_report')], {}],
    ['lets everything else go', true, [suspended('indicator', 'statistics')], {}],
    ['withholds what has a part of one', false, [suspended('indicator')], { parts: [part('indicator')] }],
    ['lets go what has parts of others', true, [suspended('indicator')], { parts: [part('statistics')] }],
    ['withholds a part of no known type', false, [suspended('indicator')], { parts: [part(null)] }],
    ['withholds a part of a type there is not', false, [suspended('indicator')], { parts: [part('rumour')] }],
    ['withholds what is of no type', false, [suspended('indicator')], { informationType: null }],
    ['of none at all withholds nothing known', true, [suspended()], {}],
  ])('%s', (_, released, pauses, facts) => {
    expect(asked(pauses, facts).released).toBe(released);
    expect(inForce(pauses, facts).verdict).toBe(released ? 'passes' : 'forbids');
  });

  it('holds from its instant until its end, not one millisecond more', () => {
    const pauses = [suspended('threat_report')];
    expect([-1, 0, 8, 9].map((after) => asked(pauses, {}, NOON + after).released)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('names the types that are suspended, and since when', () => {
    expect(inForce([suspended('threat_report', 'indicator')])).toMatchObject({
      says: 'of these information types nothing goes in this direction: they are suspended',
      compared: {
        paused: { from: NOON, until: NOON + 9 },
        suspended_types: ['threat_report', 'indicator'],
      },
    });
  });

  it('is not what is named while everything is suspended or stopped as well', () => {
    const stop = { from: NOON, until: null, types: null };
    const { says, compared } = inForce([suspended('threat_report'), stop]);
    expect(says).toBe('sharing in this direction is suspended or stopped');
    expect(compared).not.toHaveProperty('suspended_types');
  });

  it('holds a notice that the item is no longer shared, of its own types alone', () => {
    const told = (type: string) =>
      ask({ withdrawnAt: NOON }, [grant({ pauses: [suspended(type)] })], {
        ...{ subject: 'withdrawal', received: true },
      }).released;
    expect([told('threat_report'), told('indicator')]).toEqual([false, true]);
  });
});

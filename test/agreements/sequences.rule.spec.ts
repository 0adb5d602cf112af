import fc from 'fast-check';
import { type Agreement, holding, type Terms } from '../../src/agreements/rules/agreement';
import { nextSteps } from '../../src/agreements/rules/next-steps';
import { countsFrom, standing } from '../../src/agreements/rules/standing';
import { T0 } from './builder';
import { sequences, walk } from './walks';

/** Of walks of which some come to the end of each kind of condition. */
const SEED = 1;

describe('no sequence of steps', () => {
  test('reaches entry into force without every approval and signature', () => {
    let reached = 0;
    fc.assert(
      fc.property(sequences, (steps) => {
        for (const { agreement, at } of walk(steps)) {
          const version = standing(agreement, at).inForce;
          if (!version) continue;
          reached += 1;
          const has = (kind: string, id: string) =>
            agreement.facts.some(
              (one) =>
                one.kind === kind &&
                one.terms === version.number &&
                one.party === id &&
                (countsFrom(one) ?? Infinity) <= at,
            );
          expect(holding(agreement, 'signatory').every(({ id }) => has('signed', id))).toBe(true);
          expect(holding(agreement, 'approving_authority').every(({ id }) => has('approved', id))).toBe(true);
        }
      }),
      { numRuns: 250 },
    );
    // Walks that never reach it would prove nothing; about a hundred do, and chance may take some.
    expect(reached).toBeGreaterThan(30);
  });

  test('changes what was in force at an instant that has passed', () => {
    fc.assert(
      fc.property(sequences, (steps) => {
        const states = walk(steps);
        const last = states.at(-1)!.agreement;
        for (const { agreement, at } of states) {
          // What is recorded within the same millisecond may count from it; everything before it is settled.
          const passed = at - 1;
          expect(standing(last, passed).inForce?.number).toBe(standing(agreement, passed).inForce?.number);
        }
      }),
      { numRuns: 120 },
    );
  });

  test('lets terms be in force before the condition that they name', () => {
    const reached = new Set<string>();
    const conditions = fc.constantFrom<Terms['entry']>(
      { rule: 'not_before', date: T0 + 60 },
      { rule: 'after_last_signature', days: 0 },
      { rule: 'after_last_notification', days: 0 },
      { rule: 'after_last_notification', days: 0 },
    );
    const holds = fc.property(sequences, conditions, (steps, entry) => {
      const { agreement } = walk(steps, [entry, entry, entry]).at(-1)!;
      for (const { number, from } of standing(agreement, Infinity).versions) {
        if (from === null || !entry) continue;
        reached.add(entry.rule);
        if (entry.rule === 'not_before') {
          expect(from).toBeGreaterThanOrEqual(entry.date);
          continue;
        }
        const kind = entry.rule === 'after_last_signature' ? 'signed' : 'notified';
        const entered = agreement.facts.find(
          (one) => one.kind === 'entered_into_force' && one.terms === number,
        )!;
        for (const { id } of holding(agreement, 'signatory')) {
          const done = agreement.facts.filter(
            (one) =>
              one.kind === kind && one.terms === number && one.party === id && countsFrom(one) !== null,
          );
          expect(done.length).toBeGreaterThan(0);
          for (const one of done) expect(entered.effectiveAt).toBeGreaterThanOrEqual(one.effectiveAt);
        }
      }
    });
    fc.assert(holds, { numRuns: 200 });
    // Few walks come to the end of a condition; these do, so that each kind of condition is met.
    fc.assert(holds, { numRuns: 600, seed: SEED });
    expect([...reached].sort()).toEqual(['after_last_notification', 'after_last_signature', 'not_before']);
  });

  test('records anything more of terms that were rejected or withdrawn, which never are in force', () => {
    const ends = new Set<string>();
    let pressed = 0;
    fc.assert(
      fc.property(sequences, (steps) => {
        const states = walk(steps);
        const last = states.at(-1)!.agreement;
        for (const [index, { agreement, at }] of states.entries())
          for (const { number, deadEnd } of standing(agreement, at).versions) {
            if (!deadEnd) continue;
            ends.add(deadEnd);
            const of = ({ facts }: Agreement) => facts.filter((one) => one.terms === number);
            expect(of(last)).toEqual(of(agreement));
            expect(standing(last, Infinity).versions.find((one) => one.number === number)?.from).toBeNull();
            expect(nextSteps(agreement, at).filter((one) => one.terms === number)).toEqual([]);
            pressed += steps
              .slice(index + 1)
              .filter(({ what }) => 'terms' in what && what.terms === number).length;
          }
      }),
      { numRuns: 200 },
    );
    expect([...ends].sort()).toEqual(['rejected', 'withdrawn']);
    expect(pressed).toBeGreaterThan(100);
  });

  test('has two terms versions in force at once, or an older one after a newer', () => {
    fc.assert(
      fc.property(sequences, (steps) => {
        let newest = 0;
        for (const { agreement, at } of walk(steps)) {
          const now = standing(agreement, at);
          expect(now.versions.filter(({ inForce }) => inForce).length).toBeLessThanOrEqual(1);
          if (!now.inForce) continue;
          expect(now.inForce.number).toBeGreaterThanOrEqual(newest);
          newest = now.inForce.number;
        }
      }),
      { numRuns: 120 },
    );
  });
});

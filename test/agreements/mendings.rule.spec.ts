import fc from 'fast-check';
import { holding } from '../../src/agreements/rules/agreement';
import { nextSteps } from '../../src/agreements/rules/next-steps';
import { countsFrom, standing } from '../../src/agreements/rules/standing';
import { mendings, walkMending } from './walks';

describe('no sequence of corrigenda and other steps', () => {
  test('has two terms versions in force at once, or an older one after a newer', () => {
    let mended = 0;
    fc.assert(
      fc.property(mendings, (steps) => {
        let newest = 0;
        for (const { agreement, at } of walkMending(steps)) {
          const now = standing(agreement, at);
          expect(now.versions.filter(({ inForce }) => inForce).length).toBeLessThanOrEqual(1);
          if (!now.inForce) continue;
          expect(now.inForce.number).toBeGreaterThanOrEqual(newest);
          if (now.inForce.number > newest) mended += 1;
          newest = now.inForce.number;
        }
      }),
      { numRuns: 200 },
    );
    expect(mended).toBeGreaterThan(400);
  });

  test('lets terms that widen be in force without two persons of one side and the other side', () => {
    let reached = 0;
    fc.assert(
      fc.property(mendings, (steps) => {
        for (const { agreement, at } of walkMending(steps)) {
          const { inForce } = standing(agreement, at);
          const terms = agreement.terms.find(({ number }) => number === inForce?.number);
          if (!terms?.corrigendum?.needsCounterpart) continue;
          reached += 1;
          const facts = agreement.facts.filter((one) => one.terms === terms.number);
          const corrected = facts.find(({ kind }) => kind === 'corrected')!;
          expect([corrected.secondPerson, corrected.confirmedAt === null]).toEqual([true, false]);
          for (const { id, handle } of holding(terms, 'operating_cert')) {
            if (handle === terms.proposedBy) continue;
            const word = facts.find(({ kind, party }) => kind === 'correction_confirmed' && party === id);
            expect(countsFrom(word!)).toBeLessThanOrEqual(at);
          }
          expect(inForce!.from).toBe(Math.max(...facts.map((one) => countsFrom(one)!)));
        }
      }),
      { numRuns: 200 },
    );
    expect(reached).toBeGreaterThan(100);
  });

  test('changes what was in force at an instant that has passed', () => {
    fc.assert(
      fc.property(mendings, (steps) => {
        const states = walkMending(steps);
        const last = states.at(-1)!.agreement;
        for (const { agreement, at } of states)
          expect(standing(last, at - 1).inForce?.number).toBe(standing(agreement, at - 1).inForce?.number);
      }),
      { numRuns: 120 },
    );
  });

  test('has two corrigenda wait at once, or one wait of which nobody may do anything', () => {
    let waited = 0;
    fc.assert(
      fc.property(mendings, (steps) => {
        for (const { agreement, at } of walkMending(steps)) {
          const now = standing(agreement, at);
          if (now.ended || !now.inForce) continue;
          const steps_ = nextSteps(agreement, at);
          const waiting = new Set(
            steps_.filter(({ step }) => step === 'confirm_correction').map(({ terms }) => terms),
          );
          expect(waiting.size).toBeLessThanOrEqual(1);
          const offered = steps_.some(({ step }) => step === 'correct_terms');
          if (waiting.size === 1) {
            waited += 1;
            expect(offered).toBe(false);
          }
        }
      }),
      { numRuns: 120 },
    );
    expect(waited).toBeGreaterThan(100);
  });
});

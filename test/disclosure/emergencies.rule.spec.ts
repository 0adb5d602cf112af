import fc from 'fast-check';
import { dueOf, isLate, reviewRefusal, stateOf } from '../../src/disclosure/emergencies/rules/review';
import { decide } from '../../src/disclosure/rules/decide';
import { APPROVAL_LEVELS, TLP_LABELS } from '../../src/disclosure/rules/vocabulary';
import { grant, item, NOON } from '../cases/question';

const RELEASED = new Date('2026-06-01T03:00:00Z');
const DUE = new Date(dueOf(RELEASED));
const after = (from: Date, ms: number) => new Date(from.getTime() + ms);
const emergency = {
  ...{ dueAt: DUE, verdict: null, reviewedAt: null, withdrawnAt: null },
  ...{ releasedBy: 'officer', authors: ['analyst'] },
};

describe('what one person released alone', () => {
  it('goes to no team whose terms do not allow it, above no marking that they say, and never to everybody', () => {
    let gone = 0;
    fc.assert(
      fc.property(
        fc.record({
          tlp: fc.constantFrom(...TLP_LABELS),
          upTo: fc.constantFrom(null, ...TLP_LABELS),
          ceiling: fc.constantFrom(...TLP_LABELS),
          by: fc.constantFrom('analyst', 'releaser', 'officer'),
          needs: fc.option(fc.constantFrom(...APPROVAL_LEVELS)),
          public: fc.boolean(),
        }),
        ({ tlp, upTo, ceiling, by, needs, public: toPublic }) => {
          const { released, bases } = decide({
            ...{ reader: 'cn', person: null, parent: null, at: NOON, subject: 'content', received: false },
            ...{ channel: null, purpose: null },
            item: item({
              tlp,
              release: {
                ...{ at: NOON - 1, by: [by], public: toPublic },
                ...{ emergency: true, supersededAt: null },
              },
            }),
            grants: [
              grant({
                emergencyUpTo: upTo,
                informationTypes: [{ type: 'threat_report', ceiling }],
                releaseApproval: needs === null ? [] : [{ tlp: null, severity: null, needs }],
              }),
            ],
          });
          const rank = (label: (typeof TLP_LABELS)[number]) => TLP_LABELS.indexOf(label);
          // RED goes to named duty officers, and nobody is named.
          const may = upTo !== null && rank(tlp) <= Math.min(rank(upTo), rank(ceiling)) && tlp !== 'RED';
          expect(released).toBe(may);
          expect(bases.some(({ basis, released: goes }) => basis === 'public' && goes)).toBe(false);
          gone += Number(released);
        },
      ),
      { numRuns: 2000 },
    );
    expect(gone).toBeGreaterThan(100);
  });

  it('is open until the last millisecond of 24 hours, and overdue from then on', () => {
    expect(DUE.getTime() - RELEASED.getTime()).toBe(86_400_000);
    expect([stateOf(emergency, after(DUE, -1)), isLate(emergency, after(DUE, -1))]).toEqual(['open', false]);
    expect([stateOf(emergency, DUE), isLate(emergency, DUE)]).toEqual(['overdue', true]);
  });

  it('is reviewed late or in time as it was when that was done, whenever one looks', () => {
    const reviewed = (at: Date) => ({ ...emergency, verdict: 'confirmed' as const, reviewedAt: at });
    expect(isLate(reviewed(after(DUE, -1)), after(DUE, 999))).toBe(false);
    expect(isLate(reviewed(DUE), after(DUE, 999))).toBe(true);
    const withdrawn = { ...emergency, withdrawnAt: after(DUE, -1) };
    expect([stateOf(withdrawn, DUE), isLate(withdrawn, DUE)]).toEqual(['withdrawn', false]);
  });

  it('is reviewed once, by another person; who wrote it may withdraw it and not confirm it', () => {
    const judged = (person: string, verdict: 'confirmed' | 'withdrawn', of = emergency) =>
      reviewRefusal(of, person, verdict)?.code ?? 'may';
    expect([judged('officer', 'confirmed'), judged('officer', 'withdrawn')]).toEqual([
      'second-person',
      'second-person',
    ]);
    expect([judged('analyst', 'confirmed'), judged('analyst', 'withdrawn')]).toEqual(['author', 'may']);
    expect([judged('releaser', 'confirmed'), judged('releaser', 'withdrawn')]).toEqual(['may', 'may']);
    const reviewed = { ...emergency, verdict: 'confirmed' as const, reviewedAt: DUE };
    expect(reviewRefusal(reviewed, 'releaser', 'withdrawn')?.code).toBe('reviewed');
  });
});

import fc from 'fast-check';
import {
  answerFaults,
  ASKED_SCOPES,
  type AskedScope,
  isAsAsked,
} from '../../../src/disclosure/consent-requests/rules/judge-consent-request';

const AT = 1_000;
const scope = fc.constantFrom(...ASKED_SCOPES);
const asked = fc
  .record({ scope, inWords: fc.boolean(), until: fc.integer({ min: AT + 1, max: AT + 100 }) })
  .map((one) => ({ ...one, inWords: one.inWords && one.scope === 'teams' }));
const given = fc.record(
  { scope, teams: fc.constant(['corvia']), until: fc.integer({ min: AT - 5, max: AT + 200 }) },
  { requiredKeys: [] },
);
/** How wide a consent is; constituents are beside the others. */
const WIDTH: Record<AskedScope, number> = { constituents: 0, teams: 1, partners: 2, public: 3 };

describe('what an originator may consent to', () => {
  it('is what was asked for, as it was asked', () => {
    fc.assert(fc.property(asked, (one) => answerFaults(one, {}, AT).length === 0 && isAsAsked(one, {})));
  });

  it('is never wider, never longer, never over, and never some of what is named in words', () => {
    fc.assert(
      fc.property(asked, given, (one, answer) => {
        if (answerFaults(one, answer, AT).length > 0) return;
        const got = answer.scope ?? one.scope;
        expect(WIDTH[got]).toBeLessThanOrEqual(WIDTH[one.scope]);
        expect(got === 'constituents').toBe(one.scope === 'constituents');
        expect(answer.until ?? one.until).toBeLessThanOrEqual(one.until);
        expect(answer.until ?? one.until).toBeGreaterThan(AT);
        if (one.inWords) expect(answer.teams).toBeUndefined();
        if (got === 'teams' && !isAsAsked(one, answer)) expect(answer.teams).toBeDefined();
      }),
    );
  });

  it('names what is wrong', () => {
    const partners = { scope: 'partners', inWords: false, until: AT + 10 } as const;
    expect(answerFaults(partners, { scope: 'public' }, AT).map(({ field }) => field)).toEqual(['scope']);
    expect(answerFaults(partners, { scope: 'teams' }, AT).map(({ field }) => field)).toEqual(['teams']);
    expect(answerFaults(partners, { teams: ['corvia'] }, AT).map(({ rule }) => rule)).toEqual([
      'not-for-scope',
    ]);
    expect(answerFaults(partners, { until: AT }, AT).map(({ rule }) => rule)).toEqual(['future']);
    expect(answerFaults(partners, { until: AT + 11 }, AT).map(({ rule }) => rule)).toEqual(['wider']);
  });
});

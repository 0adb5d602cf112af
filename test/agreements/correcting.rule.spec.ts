import type { Agreement, Terms } from '../../src/agreements/rules/agreement';
import type { TermDifference } from '../../src/agreements/rules/compare-terms';
import {
  type Correction,
  entryOnConfirmation,
  judgeCorrigendum,
  needsCounterpart,
} from '../../src/agreements/rules/correcting';
import { judge, judgeConfirmation } from '../../src/agreements/rules/judge';
import { nextSteps } from '../../src/agreements/rules/next-steps';
import { standing } from '../../src/agreements/rules/standing';
import {
  after,
  cncert,
  corvia,
  drafted,
  fact,
  inForce,
  itu,
  moitt,
  party,
  person,
  pkcert,
  T0,
  termsVersion,
  verdictOf,
  way,
} from './builder';

const difference = (
  field: string,
  grant: TermDifference['grant'] = { from: 'pkcert', to: 'cncert', clause: '1' },
) => ({
  ...{ grant, field, a: 1, b: 2, a_says: '1', b_says: '2' },
});
const narrows: Correction = { widens: false, differences: [difference('sectors')] };
const widens: Correction = { widens: true, differences: [difference('sectors')] };
const AT = T0 + 10;
const [one, second, other] = [person(pkcert), person(pkcert, 'second'), person(cncert)];

/** The agreement with a corrigendum of the terms in force drawn up by PKCERT. */
function drawn(agreement: Agreement, needs: boolean): Agreement {
  const [former] = agreement.terms as [Terms];
  const number = agreement.terms.length + 1;
  const terms = termsVersion(number, former.parties, former.grants, former.number);
  const corrigendum = { corrects: former.number, needsCounterpart: needs };
  return { ...agreement, terms: [...agreement.terms, { ...terms, proposedBy: 'pkcert', corrigendum }] };
}
const correct = (agreement: Agreement, at = AT, actor = one) =>
  after(agreement, judge(agreement, { do: 'correct', terms: 2 }, actor, at), actor, at);
const confirmed = (agreement: Agreement, at: number, actor = other) => {
  const verdict = judge(agreement, { do: 'confirm_correction', terms: 2 }, actor, at);
  return after(agreement, verdict, actor, at);
};
/** The second person of PKCERT gives her word. */
function doubled(agreement: Agreement, at: number): Agreement {
  const { id } = agreement.facts.find(({ kind }) => kind === 'corrected')!;
  expect(judgeConfirmation(agreement, id, second, at)).toMatchObject({ allowed: true });
  const facts = agreement.facts.map((other) => (other.id === id ? { ...other, confirmedAt: at } : other));
  return after({ ...agreement, facts }, entryOnConfirmation(agreement, id, second, at), second, at);
}
const number = (agreement: Agreement, at: number) => standing(agreement, at).inForce?.number;

describe('a corrigendum that narrows', () => {
  it('takes effect at the instant at which one person records it, and no earlier', () => {
    const mended = correct(drawn(inForce(), false));
    expect([number(mended, AT - 1), number(mended, AT)]).toEqual([1, 2]);
    expect(standing(mended, AT).versions[0]?.until).toBe(AT);
  });

  it('is recorded by who drew it up, once', () => {
    expect(verdictOf(judge(drawn(inForce(), false), { do: 'correct', terms: 2 }, other, AT))).toBe(
      'agreement/not-your-role',
    );
    expect(verdictOf(judge(correct(drawn(inForce(), false)), { do: 'correct', terms: 2 }, one, AT))).toBe(
      'terms/entered-already',
    );
  });
});

describe('a corrigendum that widens', () => {
  it.each([
    [
      'the second person, then the other side',
      (agreement: Agreement) => confirmed(doubled(agreement, AT + 5), AT + 9),
    ],
    [
      'the other side, then the second person',
      (agreement: Agreement) => doubled(confirmed(agreement, AT + 5), AT + 9),
    ],
  ])('takes effect with the last word: %s', (_, words) => {
    const begun = correct(drawn(inForce(), true));
    expect(number(begun, AT + 100)).toBe(1);
    const mended = words(begun);
    expect([number(mended, AT + 8), number(mended, AT + 9)]).toEqual([1, 2]);
  });

  it('is never in force without the other side, nor without a second person', () => {
    expect(number(doubled(correct(drawn(inForce(), true)), AT + 5), Infinity)).toBe(1);
    expect(number(confirmed(correct(drawn(inForce(), true)), AT + 5), Infinity)).toBe(1);
  });

  it('is not confirmed by its own side, by who is no operating CERT, or twice', () => {
    const begun = correct(drawn(inForce(), true));
    for (const actor of [one, second, person(moitt), person(itu)])
      expect(verdictOf(judge(begun, { do: 'confirm_correction', terms: 2 }, actor, AT))).toBe(
        'agreement/not-your-role',
      );
    const again = judge(confirmed(begun, AT), { do: 'confirm_correction', terms: 2 }, other, AT);
    expect(verdictOf(again)).toBe('corrigendum/confirmed-already');
  });

  it('tells who may do what while it waits, and refuses the steps of other terms', () => {
    const begun = correct(drawn(inForce(), true));
    const steps = nextSteps(begun, AT).filter(({ terms }) => terms === 2);
    expect(steps.map(({ step, by }) => [step, by])).toEqual([
      ['confirm', ['pkcert']],
      ['confirm_correction', ['cncert']],
      ['reject', ['cncert']],
      ['withdraw', ['pkcert']],
    ]);
    const consent = { terms: 2, party: cncert.id, effectiveAt: AT, onBehalfOf: null, hasEvidence: false };
    for (const command of [
      { do: 'submit', terms: 2 },
      { do: 'sign', ...consent },
      { do: 'notify', ...consent },
      { do: 'enter_into_force', terms: 2, effectiveAt: AT },
    ] as const) {
      const refusal = judge(begun, command, command.do === 'submit' ? one : other, AT);
      expect([command.do, verdictOf(refusal)]).toEqual([command.do, 'terms/corrigendum']);
      expect(refusal).toMatchObject({
        text: expect.stringContaining('cncert may confirm the corrigendum') as string,
      });
    }
  });

  it('comes to nothing when the other side rejects it, or who drew it up takes it back', () => {
    const begun = correct(drawn(inForce(), true));
    const rejection = {
      do: 'reject',
      terms: 2,
      party: cncert.id,
      effectiveAt: AT,
      onBehalfOf: null,
      hasEvidence: false,
    } as const;
    for (const [command, actor, code] of [
      [rejection, other, 'terms/rejected'],
      [{ do: 'withdraw', terms: 2 }, one, 'terms/withdrawn'],
    ] as const) {
      const over = after(begun, judge(begun, command, actor, AT), actor, AT);
      expect(verdictOf(judge(over, { do: 'confirm_correction', terms: 2 }, other, AT + 1))).toBe(code);
      expect(verdictOf(judgeCorrigendum(over, narrows, one, AT + 1))).toBe('allowed');
    }
  });
});

describe('a corrigendum is refused', () => {
  const verdict = (agreement: Agreement, correction = narrows, actor = one, at = AT) =>
    verdictOf(judgeCorrigendum(agreement, correction, actor, at));

  it('of terms that are not in force, are over, or are followed by others', () => {
    expect(verdict(drafted())).toBe('agreement/not-in-force');
    expect(verdict(inForce({ facts: [...inForce().facts, fact('ended', pkcert)] }))).toBe('agreement/ended');
    const later = drawn(inForce(), false);
    const entry = fact('entered_into_force', cncert, { terms: 2, effectiveAt: AT + 1000 });
    const scheduled = { ...later, terms: later.terms.map((terms) => ({ ...terms, corrigendum: null })) };
    const signed = ['submitted', 'approved', 'signed'] as const;
    const facts = signed.flatMap((kind) => [moitt, cncert].map((who) => fact(kind, who, { terms: 2 })));
    expect(verdict({ ...scheduled, facts: [...scheduled.facts, ...facts, entry] })).toBe(
      'corrigendum/overtaken',
    );
  });

  it('while another one waits', () => {
    expect(verdict(correct(drawn(inForce(), true)))).toBe('corrigendum/pending');
  });

  it('if it changes nothing, the parties, or what was agreed about the entry into force', () => {
    expect(verdict(inForce(), { widens: false, differences: [] })).toBe('corrigendum/nothing');
    for (const field of ['parties.cncert', 'entry_condition', 'kind', 'agreement'])
      expect(verdict(inForce(), { widens: false, differences: [difference(field, null)] })).toBe(
        'corrigendum/fixed',
      );
    expect(verdict(inForce(), { widens: true, differences: [difference('expires_at', null)] })).toBe(
      'allowed',
    );
  });

  it('to whom it is not: ministries, observers and outsiders', () => {
    for (const who of [moitt, itu, corvia])
      expect(verdict(inForce(), narrows, person(who))).toBe('agreement/not-your-role');
  });
});

describe('whose word a corrigendum needs', () => {
  const parties = [pkcert, cncert, corvia].map((cert) => party(cert, 'signatory', 'operating_cert'));
  const three = drafted({
    parties,
    terms: [termsVersion(1, parties, [way(pkcert, cncert), way(cncert, corvia)])],
  });
  const needs = (agreement: Agreement, correction: Correction) =>
    needsCounterpart(agreement, agreement.terms[0]!, correction, one);

  it('is that of one person where it narrows between two, and of the others wherever it widens', () => {
    expect([needs(inForce(), narrows), needs(inForce(), widens)]).toEqual([false, true]);
    expect(needs(inForce(), { widens: false, differences: [difference('corrections', null)] })).toBe(false);
  });

  it('is that of the other side for how long the agreement binds: nobody ends it sooner by a corrigendum', () => {
    for (const field of ['expires_at', 'notice_days'])
      expect([field, needs(inForce(), { widens: false, differences: [difference(field, null)] })]).toEqual([
        field,
        true,
      ]);
  });

  it('is that of the other side wherever clauses are written anew, though nothing enforces these', () => {
    for (const field of ['clause', 'clauses.need', 'other_clauses.Art. 9'])
      expect([field, needs(inForce(), { widens: false, differences: [difference(field)] })]).toEqual([
        field,
        true,
      ]);
  });

  it('is that of the others, among three, for what lies between these or concerns all', () => {
    const between = difference('sectors', { from: 'cncert', to: 'corvia', clause: '1' });
    expect(needs(three, narrows)).toBe(false);
    expect(needs(three, { widens: false, differences: [between] })).toBe(true);
    expect(needs(three, { widens: false, differences: [difference('corrections', null)] })).toBe(true);
  });
});

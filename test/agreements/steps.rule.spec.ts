import type { Command } from '../../src/agreements/rules/command';
import { judge, judgeConfirmation, judgeProposal } from '../../src/agreements/rules/judge';
import { nextSteps } from '../../src/agreements/rules/next-steps';
import {
  banking,
  cncert,
  consents,
  drafted,
  dunmere,
  fact,
  inForce,
  itu,
  moitt,
  party,
  person,
  pkcert,
  T0,
  verdictOf,
} from './builder';

const consent = (kind: 'approve' | 'sign', one = moitt, change: object = {}): Command => ({
  do: kind,
  terms: 1,
  party: one.id,
  effectiveAt: T0,
  onBehalfOf: null,
  hasEvidence: false,
  ...change,
});
const cabinet = { onBehalfOf: 'Federal Cabinet', hasEvidence: true };
const submitted = drafted({ facts: [fact('submitted', moitt)] });
const enter = (effectiveAt = T0): Command => ({ do: 'enter_into_force', terms: 1, effectiveAt });

describe('who may take a step', () => {
  test.each([
    ['a drafter submits', moitt, { do: 'submit', terms: 1 }, 'allowed'],
    ['an operating CERT submits', pkcert, { do: 'submit', terms: 1 }, 'allowed'],
    ['an observer does not submit', itu, { do: 'submit', terms: 1 }, 'agreement/not-your-role'],
    ['an outsider does not submit', dunmere, { do: 'submit', terms: 1 }, 'agreement/not-your-role'],
    ['an observer does not end it', itu, { do: 'end', effectiveAt: T0 }, 'agreement/not-your-role'],
    ['a drafter drops its draft', moitt, { do: 'end', effectiveAt: T0 }, 'allowed'],
  ] as const)('%s', (_, who, command, expected) => {
    expect(verdictOf(judge(drafted(), command, person(who), T0))).toBe(expected);
  });

  test('a drafter that is no party does not end what has entered into force', () => {
    const agreement = inForce({ drafter: dunmere });
    expect(verdictOf(judge(agreement, { do: 'end', effectiveAt: T0 }, person(dunmere), T0))).toBe(
      'agreement/not-your-role',
    );
  });
});

describe('consent', () => {
  test.each([
    ['by a party for itself counts at once', moitt, consent('approve'), 'allowed'],
    [
      'of an operating CERT that signs nothing is none',
      pkcert,
      consent('sign', pkcert),
      'agreement/not-your-role',
    ],
    ['of another party needs words on whose behalf', pkcert, consent('approve'), 'agreement/on-behalf'],
    [
      'on behalf needs evidence',
      pkcert,
      consent('approve', moitt, { onBehalfOf: 'x' }),
      'agreement/on-behalf',
    ],
    [
      'on behalf is for the same country',
      cncert,
      consent('approve', moitt, cabinet),
      'agreement/other-party',
    ],
    ['on behalf by an acting party of the country', pkcert, consent('sign', moitt, cabinet), 'allowed'],
    [
      'on behalf is not for bodies without a country',
      itu,
      consent('sign', cncert, cabinet),
      'agreement/other-party',
    ],
    [
      'yet to come is not recorded',
      moitt,
      consent('sign', moitt, { effectiveAt: T0 + 1 }),
      'agreement/effective-instant',
    ],
  ] as const)('%s', (_, who, command, expected) => {
    expect(verdictOf(judge(submitted, command, person(who), T0))).toBe(expected);
  });

  test('on behalf is nothing for a constituent, though of the same country and a party', () => {
    const agreement = drafted({ ...submitted, parties: [...submitted.parties, party(banking, 'signatory')] });
    expect(verdictOf(judge(agreement, consent('sign', moitt, cabinet), person(banking), T0))).toBe(
      'agreement/other-party',
    );
  });

  test('comes after submission, and once', () => {
    expect(verdictOf(judge(drafted(), consent('sign'), person(moitt), T0))).toBe('terms/not-submitted');
    const signed = drafted({ facts: consents() });
    expect(verdictOf(judge(signed, consent('sign'), person(moitt), T0))).toBe('terms/signed-already');
    expect(verdictOf(judge(signed, consent('approve'), person(moitt), T0))).toBe('terms/approved-already');
    expect(verdictOf(judge(signed, consent('sign', cncert, { terms: 2 }), person(cncert), T0))).toBe(
      'terms/absent',
    );
  });

  test('recorded on behalf waits for another person of the same organization', () => {
    const waiting = fact('approved', moitt, {
      secondPerson: true,
      recordedBy: person(pkcert).person,
      recordedByOrg: pkcert.id,
    });
    const agreement = drafted({ facts: [fact('submitted', moitt), waiting] });
    const confirm = (who: Parameters<typeof person>[0], name: string, facts = agreement.facts) =>
      verdictOf(judgeConfirmation({ ...agreement, facts }, waiting.id, person(who, name), T0));
    expect(confirm(pkcert, 'liaison')).toBe('fact/second-person');
    expect(confirm(moitt, 'other')).toBe('agreement/not-your-role');
    expect(confirm(pkcert, 'other')).toBe('allowed');
    expect(confirm(pkcert, 'other', [...agreement.facts, fact('approved', moitt)])).toBe(
      'fact/counts-already',
    );
    expect(verdictOf(judgeConfirmation(agreement, 'unknown', person(pkcert, 'other'), T0))).toBe(
      'fact/absent',
    );
  });
});

describe('entry into force', () => {
  const complete = drafted({ facts: consents() });

  test('needs every approval and signature', () => {
    for (const missing of consents().map((_, index) => index))
      expect(
        verdictOf(judge(drafted({ facts: consents().toSpliced(missing, 1) }), enter(), person(cncert), T0)),
      ).not.toBe('allowed');
    expect(verdictOf(judge(complete, enter(), person(cncert), T0))).toBe('allowed');
  });

  test('is never back-dated, and lies before expiry and end', () => {
    expect(verdictOf(judge(complete, enter(T0 - 1), person(cncert), T0))).toBe('agreement/effective-instant');
    const expiring = { ...complete, terms: [{ ...drafted().terms[0]!, expiresAt: T0 + 10 }] };
    expect(verdictOf(judge(expiring, enter(T0 + 10), person(cncert), T0))).toBe(
      'agreement/effective-instant',
    );
    expect(verdictOf(judge(expiring, enter(T0 + 9), person(cncert), T0))).toBe('allowed');
    expect(verdictOf(judge(expiring, enter(T0 + 11), person(cncert), T0 + 10))).toBe('terms/expiry');
  });

  test('is recorded once per terms version, and not for one that is overtaken', () => {
    expect(verdictOf(judge(inForce(), enter(), person(cncert), T0))).toBe('terms/entered-already');
    const second = { ...complete.terms[0]!, number: 2 };
    const overtaken = { ...complete, terms: [...complete.terms, second] };
    const facts = [...complete.facts, fact('entered_into_force', cncert, { terms: 2 })];
    expect(verdictOf(judge({ ...overtaken, facts }, enter(), person(cncert), T0))).toBe('terms/overtaken');
  });
});

describe('notice and end', () => {
  test('notice names an instant to come, of what is in force, once', () => {
    const notice = (effectiveAt: number): Command => ({
      ...{ do: 'give_notice', givenAt: T0, hasEvidence: false },
      effectiveAt,
    });
    expect(verdictOf(judge(drafted(), notice(T0 + 1), person(cncert), T0))).toBe('agreement/not-in-force');
    expect(verdictOf(judge(inForce(), notice(T0), person(cncert), T0))).toBe('agreement/effective-instant');
    const verdict = judge(inForce(), notice(T0 + 1), person(cncert), T0);
    expect(verdict).toMatchObject({
      facts: [{ kind: 'notice_given' }, { kind: 'ended', effectiveAt: T0 + 1 }],
    });
    const ended = inForce();
    const facts = [...ended.facts, fact('ended', cncert, { effectiveAt: T0 + 1 })];
    expect(verdictOf(judge({ ...ended, facts }, notice(T0 + 5), person(pkcert), T0))).toBe(
      'agreement/end-recorded',
    );
    expect(verdictOf(judgeProposal({ ...ended, facts }, person(pkcert), T0))).toBe('allowed');
    expect(verdictOf(judgeProposal({ ...ended, facts }, person(pkcert), T0 + 1))).toBe('agreement/ended');
  });
});

test('a refusal says which steps are possible now, and for whom', () => {
  const verdict = judge(submitted, enter(), person(cncert), T0);
  expect(verdict).toMatchObject({ allowed: false });
  expect('text' in verdict && verdict.text).toContain(
    'moitt may approve terms version 1; cncert or moitt may sign terms version 1',
  );
  expect(nextSteps(inForce(), T0).map(({ step }) => step)).toEqual([
    'propose_terms',
    'correct_terms',
    'suspend',
    'give_notice',
    'end',
  ]);
});

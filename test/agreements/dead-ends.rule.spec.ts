import type { Command } from '../../src/agreements/rules/command';
import { judge, judgeConfirmation } from '../../src/agreements/rules/judge';
import { nextSteps } from '../../src/agreements/rules/next-steps';
import { standing } from '../../src/agreements/rules/standing';
import { judgeSupposed } from '../../src/agreements/rules/supposing';
import {
  cncert,
  consents,
  drafted,
  dunmere,
  fact,
  inForce,
  itu,
  moitt,
  person,
  pkcert,
  T0,
  termsVersion,
  verdictOf,
} from './builder';

const submitted = drafted({ facts: [fact('submitted', moitt)] });
const reject = (one = cncert, change: object = {}): Command => ({
  ...{ do: 'reject', terms: 1, party: one.id, effectiveAt: T0, onBehalfOf: null, hasEvidence: false },
  ...change,
});
const withdraw = (terms = 1): Command => ({ do: 'withdraw', terms });
const cabinet = { onBehalfOf: 'Federal Cabinet', hasEvidence: true };
const told = (command: Command, who = cncert, agreement = submitted, at = T0) =>
  verdictOf(judge(agreement, command, person(who), at));

describe('a rejection', () => {
  test.each([
    ['is of who has yet to sign', cncert, reject(), 'allowed'],
    ['is of who has yet to approve', moitt, reject(moitt), 'allowed'],
    ['is not of an operating CERT that signs nothing', pkcert, reject(pkcert), 'agreement/not-your-role'],
    ['is not of an observer', itu, reject(itu), 'agreement/not-your-role'],
    ['is not of an outsider', dunmere, reject(dunmere), 'agreement/not-your-role'],
    ['of another party needs words on whose behalf', pkcert, reject(moitt), 'agreement/on-behalf'],
    ['on behalf is for the same country', cncert, reject(moitt, cabinet), 'agreement/other-party'],
    ['on behalf is for a party of the country', pkcert, reject(moitt, cabinet), 'allowed'],
    [
      'yet to come is not recorded',
      cncert,
      reject(cncert, { effectiveAt: T0 + 1 }),
      'agreement/effective-instant',
    ],
  ] as const)('%s', (_, who, command, expected) => {
    expect(told(command, who)).toBe(expected);
  });

  test('is of submitted terms, by who has not consented to them', () => {
    expect(told(reject(), cncert, drafted())).toBe('terms/not-submitted');
    const signed = drafted({ facts: [...submitted.facts, fact('signed', cncert)] });
    expect(told(reject(), cncert, signed)).toBe('terms/signed-already');
    // The ministry approves as well as signs, and one of the two is enough to say no with.
    const half = drafted({ facts: [...submitted.facts, fact('signed', moitt)] });
    expect(told(reject(moitt), moitt, half)).toBe('allowed');
    expect(told(reject(moitt), moitt, drafted({ facts: consents() }))).toBe('terms/signed-already');
    expect(told(reject(), cncert, inForce())).toBe('terms/entered-already');
  });

  test('on behalf counts from its confirmation by a second person, and not beside a consent that counts', () => {
    const waiting = fact('rejected', moitt, {
      ...{ secondPerson: true, recordedBy: person(pkcert).person, recordedByOrg: pkcert.id },
    });
    const confirm = (...more: typeof submitted.facts) => {
      const facts = [...submitted.facts, waiting, ...more];
      return verdictOf(judgeConfirmation(drafted({ facts }), waiting.id, person(pkcert, 'other'), T0));
    };
    const standingAt = (confirmedAt: number | null, at: number) =>
      standing(drafted({ facts: [...submitted.facts, { ...waiting, confirmedAt }] }), at).versions[0]!
        .deadEnd;
    expect([standingAt(null, T0 + 9), standingAt(T0 + 5, T0 + 4), standingAt(T0 + 5, T0 + 5)]).toEqual([
      null,
      null,
      'rejected',
    ]);
    expect(confirm()).toBe('allowed');
    expect(confirm(fact('approved', moitt), fact('signed', moitt))).toBe('fact/counts-already');
    expect(confirm(fact('rejected', cncert))).toBe('terms/rejected');
  });
});

describe('a withdrawal', () => {
  test('is of who proposed the terms, whether they are submitted or not', () => {
    for (const agreement of [drafted(), submitted]) {
      expect(told(withdraw(), moitt, agreement)).toBe('allowed');
      for (const one of [pkcert, cncert, itu, dunmere])
        expect(told(withdraw(), one, agreement)).toBe('agreement/not-your-role');
    }
    expect(told(withdraw(2), moitt)).toBe('terms/absent');
  });

  test('is over once all have consented', () => {
    const facts = consents();
    expect(told(withdraw(), moitt, drafted({ facts: facts.slice(0, -1) }))).toBe('allowed');
    expect(told(withdraw(), moitt, drafted({ facts }))).toBe('terms/agreed');
    expect(told(withdraw(), moitt, inForce())).toBe('terms/entered-already');
  });
});

describe.each(['rejected', 'withdrawn'] as const)('terms that were %s', (how) => {
  const dead = drafted({ facts: [...submitted.facts, fact(how, how === 'rejected' ? cncert : moitt)] });

  test('take no step any more, and refusals say what is possible instead', () => {
    const consent = { terms: 1, effectiveAt: T0, onBehalfOf: null, hasEvidence: false };
    const steps: [typeof moitt, Command][] = [
      [moitt, { do: 'submit', terms: 1 }],
      [moitt, { do: 'approve', party: moitt.id, ...consent }],
      [moitt, { do: 'sign', party: moitt.id, ...consent }],
      [cncert, { do: 'enter_into_force', terms: 1, effectiveAt: T0 }],
      [moitt, reject(moitt)],
      [moitt, withdraw()],
    ];
    for (const [who, command] of steps) {
      const verdict = judge(dead, command, person(who), T0);
      expect(verdict).toMatchObject({ code: `terms/${how}` });
      expect('text' in verdict && verdict.text).toContain(
        'Possible now: cncert or moitt or pkcert may propose terms; cncert or moitt or pkcert may end the agreement.',
      );
    }
    expect(verdictOf(judgeSupposed(dead, { step: 'enter', terms: 1, at: T0 }, person(pkcert), T0))).toBe(
      `terms/${how}`,
    );
  });

  test('are told as such, until others are proposed', () => {
    expect(standing(dead, T0 - 1).statements).toEqual(['draft']);
    expect(standing(dead, T0).statements).toEqual([how]);
    const others = { ...dead, terms: [...dead.terms, termsVersion(2, dead.parties, [])] };
    expect(standing(others, T0).statements).toEqual(['draft']);
  });

  test('leave those in force as they are, and progress to those that are still open', () => {
    const terms = [1, 2, 3].map((number) => termsVersion(number, dead.parties, [], T0 + 1));
    const last = fact(how, moitt, { terms: 3, effectiveAt: T0 + 2, recordedAt: T0 + 2 });
    const now = standing({ ...inForce(), terms, facts: [...inForce().facts, last] }, T0 + 5);
    expect([now.inForce?.number, now.inForce?.until]).toEqual([1, null]);
    expect(now.statements).toEqual(['draft', 'submitted', 'approved', 'signed', how, 'in_force']);
  });
});

test('a refusal names who may reject and who may withdraw', () => {
  const verdict = judge(submitted, { do: 'submit', terms: 1 }, person(pkcert), T0);
  expect('text' in verdict && verdict.text).toContain(
    'cncert or moitt may reject terms version 1; moitt may withdraw terms version 1',
  );
  expect(nextSteps(drafted(), T0).map(({ step, by }) => [step, by])).toEqual([
    ['submit', ['cncert', 'moitt', 'pkcert']],
    ['withdraw', ['moitt']],
    ['propose_terms', ['cncert', 'moitt', 'pkcert']],
    ['end', ['cncert', 'moitt', 'pkcert']],
  ]);
});

import fc from 'fast-check';
import type { Agreement, Organization, Terms } from '../../src/agreements/rules/agreement';
import type { Command } from '../../src/agreements/rules/command';
import { judge, judgeConfirmation } from '../../src/agreements/rules/judge';
import { after, cncert, drafted, itu, moitt, person, pkcert, T0, termsVersion, way } from './builder';

const terms = fc.constantFrom(1, 1, 1, 1, 1, 1, 2, 2, 3);
/** What comes to nothing is mostly the third version: walks that only ever fail would prove nothing. */
const doomed = fc.constantFrom(3, 3, 3, 3, 3, 2);
const shift = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: -20, max: 20 }));

interface Step {
  who: Organization;
  name: 'liaison' | 'other';
  wait: number;
  what:
    | { kind: 'submit'; terms: number }
    | {
        kind: 'approve' | 'sign' | 'reject' | 'notify';
        terms: number;
        /** Null: whoever records it. */
        party: Organization | null;
        shift: number;
        onBehalf: boolean;
        hasEvidence: boolean;
      }
    | { kind: 'withdraw'; terms: number }
    | { kind: 'enter'; terms: number; shift: number }
    | { kind: 'confirm'; nth: number }
    | { kind: 'notice'; shift: number; ago: number; computed: boolean; hasEvidence: boolean }
    | { kind: 'end'; shift: number };
}

const organizations = fc.constantFrom(moitt, pkcert, cncert, itu);
const what: fc.Arbitrary<Step['what']> = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'approve' as const,
        'approve' as const,
        'sign' as const,
        'sign' as const,
        'notify' as const,
        'notify' as const,
      ),
      terms,
      party: fc.constantFrom(null, null, moitt, cncert, pkcert),
      shift,
      onBehalf: fc.constantFrom(false, false, true),
      hasEvidence: fc.constantFrom(true, true, false),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('reject' as const),
      terms: doomed,
      party: fc.constantFrom(null, moitt, cncert, pkcert),
      shift,
      onBehalf: fc.boolean(),
      hasEvidence: fc.constant(true),
    }),
  },
  { weight: 1, arbitrary: doomed.map((one) => ({ kind: 'withdraw' as const, terms: one })) },
  { weight: 3, arbitrary: terms.map((one) => ({ kind: 'submit' as const, terms: one })) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('enter' as const), terms, shift }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('confirm' as const), nth: fc.nat(3) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('notice' as const),
      shift: fc.nat(60),
      ago: fc.constantFrom(0, 0, 0, 1, -1),
      computed: fc.constantFrom(false, false, true),
      hasEvidence: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('end' as const), shift: fc.nat(60) }),
  },
);
/** A step as somebody may try it: possible or not, dated back or ahead. */
const step: fc.Arbitrary<Step> = fc.record({
  who: organizations,
  name: fc.constantFrom('liaison' as const, 'other' as const),
  wait: fc.integer({ min: 0, max: 5 }),
  what,
});

function commandOf(what: Exclude<Step['what'], { kind: 'confirm' }>, who: Organization, at: number): Command {
  switch (what.kind) {
    case 'submit':
      return { do: 'submit', terms: what.terms };
    case 'withdraw':
      return { do: 'withdraw', terms: what.terms };
    case 'enter':
      return { do: 'enter_into_force', terms: what.terms, effectiveAt: at + what.shift };
    case 'notice':
      return {
        ...{ do: 'give_notice', givenAt: at - what.ago, hasEvidence: what.hasEvidence },
        effectiveAt: what.computed ? null : at + what.shift,
      };
    case 'end':
      return { do: 'end', effectiveAt: at + what.shift };
    case 'approve':
    case 'sign':
    case 'reject':
    case 'notify':
      return {
        do: what.kind,
        terms: what.terms,
        party: (what.party ?? who).id,
        effectiveAt: at + what.shift,
        onBehalfOf: what.onBehalf ? 'somebody' : null,
        hasEvidence: what.hasEvidence,
      };
  }
}

function take(agreement: Agreement, { who, name, what }: Step, at: number): Agreement {
  const actor = person(who, name);
  if (what.kind !== 'confirm')
    return after(agreement, judge(agreement, commandOf(what, who, at), actor, at), actor, at);
  const waiting = agreement.facts.filter(({ secondPerson }) => secondPerson)[what.nth];
  if (!waiting || !judgeConfirmation(agreement, waiting.id, actor, at).allowed) return agreement;
  const facts = agreement.facts.map((one) => (one.id === waiting.id ? { ...one, confirmedAt: at } : one));
  return { ...agreement, facts };
}

/** The third version mostly waits for notifications, and with few days, so that walks get there. */
const CONDITIONS: readonly Terms['entry'][] = [
  null,
  { rule: 'not_before', date: T0 + 120 },
  { rule: 'after_last_notification', days: 0 },
];

/**
 * Every state that a sequence of steps passes through, with the instant it was reached.
 * @param conditions of the three versions
 */
export function walk(steps: Step[], conditions = CONDITIONS): { agreement: Agreement; at: number }[] {
  const { parties } = drafted();
  let agreement = drafted({
    terms: [1, 2, 3].map((number) => ({
      ...termsVersion(number, parties, [way(pkcert, cncert)]),
      entry: conditions[number - 1] ?? null,
      noticeDays: number === 2 ? 1 : null,
    })),
  });
  let at = T0;
  return steps.map((one) => {
    at += one.wait;
    agreement = take(agreement, one, at);
    return { agreement, at };
  });
}

export const sequences = fc.array(step, { minLength: 60, maxLength: 150, size: 'max' });

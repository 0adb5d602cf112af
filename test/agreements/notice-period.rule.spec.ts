import fc from 'fast-check';
import type { Agreement } from '../../src/agreements/rules/agreement';
import type { Command } from '../../src/agreements/rules/command';
import { judge } from '../../src/agreements/rules/judge';
import { nextSteps } from '../../src/agreements/rules/next-steps';
import { judgeSupposed } from '../../src/agreements/rules/supposing';
import { cncert, inForce, person, T0, verdictOf } from './builder';

const DAY = 86_400_000;
const asking = (noticeDays: number | null): Agreement => {
  const agreement = inForce();
  return { ...agreement, terms: agreement.terms.map((terms) => ({ ...terms, noticeDays })) };
};
const notice = (change: Partial<Extract<Command, { do: 'give_notice' }>> = {}): Command => ({
  ...({ do: 'give_notice', givenAt: T0, effectiveAt: null, hasEvidence: false } as const),
  ...change,
});
const ends = (agreement: Agreement, command: Command, at = T0): unknown => {
  const verdict = judge(agreement, command, person(cncert), at);
  return verdict.allowed ? verdict.facts.map(({ kind, effectiveAt }) => [kind, effectiveAt]) : verdict;
};

describe('terms that ask for 90 days of notice', () => {
  const agreement = asking(90);
  const end = T0 + 90 * DAY;

  test('end so many days after it, and not one millisecond earlier', () => {
    const recorded = (at: number) => [
      ['notice_given', T0],
      ['ended', at],
    ];
    expect(ends(agreement, notice())).toEqual(recorded(end));
    expect(ends(agreement, notice({ effectiveAt: end }))).toEqual(recorded(end));
    expect(ends(agreement, notice({ effectiveAt: end + 1 }))).toEqual(recorded(end + 1));
    expect(ends(agreement, notice({ effectiveAt: end - 1 }))).toMatchObject({
      code: 'agreement/notice-period',
      field: 'effective_at',
      text: expect.stringContaining(new Date(end).toISOString()),
    });
  });

  test('count the days from a letter that was handed over before, with evidence of it alone', () => {
    const before = { givenAt: T0 - 30 * DAY };
    expect(ends(agreement, notice(before))).toMatchObject({ field: 'evidence_sha256' });
    expect(ends(agreement, notice({ ...before, hasEvidence: true }))).toEqual([
      ['notice_given', T0 - 30 * DAY],
      ['ended', T0 + 60 * DAY],
    ]);
    expect(ends(agreement, notice({ givenAt: T0 + 1 }))).toMatchObject({ field: 'given_at' });
  });

  test('never end in the past: what was given too long ago ends at an instant to come', () => {
    const long = { givenAt: T0 - 90 * DAY, hasEvidence: true };
    expect(ends(agreement, notice(long))).toMatchObject({ code: 'agreement/effective-instant' });
    expect(ends(agreement, notice({ ...long, effectiveAt: T0 + 1 }))).toEqual([
      ['notice_given', T0 - 90 * DAY],
      ['ended', T0 + 1],
    ]);
  });

  test('end in no other way: neither as a step, nor supposed in the short', () => {
    expect(ends(agreement, { do: 'end', effectiveAt: T0 + 400 * DAY })).toMatchObject({
      code: 'agreement/notice-period',
      text: expect.stringContaining('may give notice'),
    });
    expect(nextSteps(agreement, T0).map(({ step }) => step)).not.toContain('end');
    const supposed = (at: number) =>
      verdictOf(judgeSupposed(agreement, { step: 'end', at }, person(cncert), T0));
    expect([supposed(end - 1), supposed(end)]).toEqual(['agreement/notice-period', 'allowed']);
  });
});

test('terms without a period of notice need an instant, and may be ended without notice', () => {
  expect(ends(asking(null), notice())).toMatchObject({
    code: 'agreement/notice-period',
    field: 'effective_at',
  });
  expect(ends(asking(null), { do: 'end', effectiveAt: T0 })).toEqual([['ended', T0]]);
});

test('whatever the period, no notice ends an agreement sooner after it was given', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3650 }),
      fc.integer({ min: 0, max: 400 * DAY }),
      fc.option(fc.integer({ min: 1, max: 4000 * DAY })),
      (days, ago, ahead) => {
        const given = { givenAt: T0 - ago, hasEvidence: true };
        const command = notice({ ...given, effectiveAt: ahead === null ? null : T0 + ahead });
        const verdict = judge(asking(days), command, person(cncert), T0);
        if (!verdict.allowed) return;
        const ended = verdict.facts.find(({ kind }) => kind === 'ended')!.effectiveAt;
        expect(ended - given.givenAt).toBeGreaterThanOrEqual(days * DAY);
        expect(ended).toBeGreaterThan(T0);
      },
    ),
  ));

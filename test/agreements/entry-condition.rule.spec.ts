import fc from 'fast-check';
import type { Fact, Terms } from '../../src/agreements/rules/agreement';
import type { Command } from '../../src/agreements/rules/command';
import { entryState } from '../../src/agreements/rules/entry-condition';
import { iso } from '../../src/agreements/rules/instant-in-words';
import { judge, judgeConfirmation } from '../../src/agreements/rules/judge';
import { nextSteps } from '../../src/agreements/rules/next-steps';
import { earliestEntry, judgeSupposed } from '../../src/agreements/rules/supposing';
import {
  cncert,
  consents,
  drafted,
  fact,
  itu,
  moitt,
  person,
  pkcert,
  T0,
  termsVersion,
  verdictOf,
} from './builder';

const DAY = 86_400_000;
const waiting = (entry: Terms['entry'], facts: Fact[] = consents()) => {
  const { parties } = drafted();
  return drafted({ terms: [{ ...termsVersion(1, parties, []), entry }], facts });
};
const NOTIFIED: Terms['entry'] = { rule: 'after_last_notification', days: 30 };
const notified = (one = moitt, at = T0) => fact('notified', one, { effectiveAt: at, recordedAt: at });
const enter = (effectiveAt: number): Command => ({ do: 'enter_into_force', terms: 1, effectiveAt });
const notify = (one = cncert, change: object = {}): Command => ({
  ...{ do: 'notify', terms: 1, party: one.id, effectiveAt: T0, onBehalfOf: null, hasEvidence: false },
  ...change,
});
const told = (command: Command, agreement = waiting(NOTIFIED), who = cncert, at = T0) =>
  verdictOf(judge(agreement, command, person(who), at));

test('an instant of a refusal is written as the platform writes it', () => {
  const year = (one: number) => Date.UTC(one, 0, 1);
  const instants = fc.integer({ min: year(1900), max: year(2300) });
  fc.assert(fc.property(instants, (at) => expect(iso(at)).toBe(new Date(at).toISOString())));
  for (const day of ['2000-02-29', '2100-02-28', '2100-03-01', '2026-12-31', '1970-01-01'])
    expect(iso(Date.parse(day))).toBe(`${day}T00:00:00.000Z`);
});

describe('the condition of an entry into force', () => {
  test.each<[string, Terms['entry'], Fact[], number]>([
    ['a date', { rule: 'not_before', date: T0 + 5 }, [], T0 + 5],
    ['the last signature', { rule: 'after_last_signature', days: 0 }, [], T0 + 2],
    ['days after it', { rule: 'after_last_signature', days: 30 }, [], T0 + 2 + 30 * DAY],
    [
      'the last notification',
      { rule: 'after_last_notification', days: 0 },
      [notified(), notified(cncert, T0 + 4)],
      T0 + 4,
    ],
    ['days after that', NOTIFIED, [notified(), notified(cncert, T0 + 4)], T0 + 4 + 30 * DAY],
  ])('lets terms enter from %s on, and not one millisecond earlier', (_, entry, more, from) => {
    const agreement = waiting(entry, [...consents(T0 + 2), ...more]);
    const at = T0 + 4;
    // What lies behind is no instant of an entry into force, whatever the condition.
    const early = from - 1 < at ? 'agreement/effective-instant' : 'terms/condition';
    if (from > at) expect(told(enter(from - 1), agreement, cncert, at)).toBe(early);
    expect(told(enter(Math.max(from, at)), agreement, cncert, at)).toBe('allowed');
  });

  test('counts days from when the last party did it, and not from a record that came late', () => {
    const late = { effectiveAt: T0 - DAY, recordedAt: T0 };
    const facts = consents().map((one) => (one.kind === 'signed' ? { ...one, ...late } : one));
    const terms = waiting({ rule: 'after_last_signature', days: 2 }, facts);
    expect(entryState(terms, terms.terms[0]!, T0).from).toBe(T0 + DAY);
  });

  test('is told by the refusal: from when, and until then whose notification is missing', () => {
    const open = judge(waiting(NOTIFIED, [...consents(), notified()]), enter(T0), person(cncert), T0);
    expect(open).toMatchObject({ code: 'terms/condition' });
    expect('text' in open && open.text).toBe(
      'Terms version 1 enters into force 30 days after the last notification; missing is that of cncert. ' +
        'Possible now: cncert may give notice of the end of its procedures for terms version 1; ' +
        'cncert or moitt or pkcert may propose terms; cncert or moitt or pkcert may end the agreement.',
    );
    const set = judge(
      waiting(NOTIFIED, [...consents(), notified(), notified(cncert)]),
      enter(T0),
      person(cncert),
      T0,
    );
    const from = new Date(T0 + 30 * DAY).toISOString();
    expect(set).toMatchObject({ code: 'terms/condition', field: 'effective_at' });
    expect('text' in set && set.text).toContain(`30 days after the last notification: not before ${from}. `);
    expect('text' in set && set.text).toContain(
      `may record the entry into force of terms version 1, not before ${from}`,
    );
  });

  test('comes beside every consent, and is none where terms name none', () => {
    const early = waiting({ rule: 'not_before', date: T0 }, consents().slice(0, -1));
    expect(told(enter(T0), early)).toBe('terms/incomplete');
    expect(told(enter(T0), waiting(null))).toBe('allowed');
  });
});

describe('a notification', () => {
  test.each([
    ['is of a signatory that has signed', cncert, notify(), 'allowed'],
    ['is not of who signs nothing', pkcert, notify(pkcert), 'agreement/not-your-role'],
    ['is not of an observer', itu, notify(itu), 'agreement/not-your-role'],
    [
      'yet to come is not recorded',
      cncert,
      notify(cncert, { effectiveAt: T0 + 1 }),
      'agreement/effective-instant',
    ],
    ['of another party needs words on whose behalf', pkcert, notify(moitt), 'agreement/on-behalf'],
    [
      'on behalf is for a party of the country',
      pkcert,
      notify(moitt, { onBehalfOf: 'Cabinet', hasEvidence: true }),
      'allowed',
    ],
  ] as const)('%s', (_, who, command, expected) => {
    expect(told(command, waiting(NOTIFIED), who)).toBe(expected);
  });

  test('follows the signature, once, where the terms wait for it', () => {
    expect(told(notify(), waiting(NOTIFIED, consents().slice(0, -1)))).toBe('terms/not-signed');
    expect(told(notify(), waiting(NOTIFIED, [...consents(), notified(cncert)]))).toBe(
      'terms/notified-already',
    );
    for (const entry of [
      null,
      { rule: 'not_before', date: T0 },
      { rule: 'after_last_signature', days: 1 },
    ] as const)
      expect(told(notify(), waiting(entry))).toBe('terms/no-notification');
  });

  test('on behalf counts once a second person has confirmed it', () => {
    const other = fact('notified', moitt, {
      ...{ secondPerson: true, recordedBy: person(pkcert).person, recordedByOrg: pkcert.id },
    });
    const agreement = waiting(NOTIFIED, [...consents(), other, notified(cncert)]);
    expect(entryState(agreement, agreement.terms[0]!, T0).notificationsMissing).toEqual([moitt]);
    const confirm = (...more: Fact[]) =>
      verdictOf(
        judgeConfirmation(
          { ...agreement, facts: [...agreement.facts, ...more] },
          other.id,
          person(pkcert, 'other'),
          T0,
        ),
      );
    expect([confirm(), confirm(notified())]).toEqual(['allowed', 'fact/counts-already']);
  });

  test('is offered to who has signed and not given it, and the entry once its instant is known', () => {
    const offered = (facts: Fact[], at = T0) =>
      nextSteps(waiting(NOTIFIED, facts), at)
        .filter(({ terms, step }) => terms !== null && ['notify', 'enter_into_force'].includes(step))
        .map(({ step, by, from }) => [step, by, from]);
    expect(offered(consents().slice(0, -1))).toEqual([['notify', ['moitt'], undefined]]);
    expect(offered([...consents(), notified()])).toEqual([['notify', ['cncert'], undefined]]);
    const all = [...consents(), notified(), notified(cncert)];
    const who = ['cncert', 'moitt', 'pkcert'];
    expect(offered(all)).toEqual([['enter_into_force', who, T0 + 30 * DAY]]);
    expect(offered(all, T0 + 30 * DAY)).toEqual([['enter_into_force', who, undefined]]);
  });
});

test('a supposed entry into force supposes every notification, and is asked of the first instant that is possible', () => {
  const agreement = waiting(NOTIFIED, []);
  const at = earliestEntry(agreement, 1, T0);
  expect(at).toBe(T0 + 30 * DAY);
  const supposed = (instant: number) =>
    verdictOf(judgeSupposed(agreement, { step: 'enter', terms: 1, at: instant }, person(pkcert), T0));
  expect([supposed(at), supposed(at - 1)]).toEqual(['allowed', 'terms/condition']);
  expect(earliestEntry(waiting(null, []), 1, T0)).toBe(T0);
});

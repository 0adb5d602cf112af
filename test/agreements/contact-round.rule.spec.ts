import fc from 'fast-check';
import { answeredAt, answerOf, contactDue, roundStateAt } from '../../src/agreements/rules/contact-round';

const DAY = 86_400_000;
const instant = fc.integer({ min: 0, max: 4e12 });
const contact = fc.record({ enteredAt: instant, verifiedAt: fc.option(instant) });

describe('a round of contacts', () => {
  const round = { askedAt: 100 * DAY, dueAt: 130 * DAY };
  const silent = [{ enteredAt: 0, verifiedAt: 100 * DAY - 1 }];

  it('is open, due soon from seven days before, and overdue from its due instant, to the millisecond', () => {
    const at = (instantNow: number) => roundStateAt(instantNow, round, silent);
    expect([at(123 * DAY - 1), at(123 * DAY), at(130 * DAY - 1), at(130 * DAY)]).toEqual([
      'open',
      'due-soon',
      'due-soon',
      'overdue',
    ]);
  });

  it('counts what was verified from the instant at which it was asked, and nothing from before', () => {
    const said = (verifiedAt: number | null, enteredAt = 0) =>
      answerOf({ enteredAt, verifiedAt }, round.askedAt);
    expect([said(null), said(100 * DAY - 1), said(100 * DAY)]).toEqual(['open', 'open', 'confirmed']);
    expect([said(null, 100 * DAY - 1), said(null, 100 * DAY)]).toEqual(['open', 'corrected']);
  });

  it('of an organization without contacts is never answered', () => {
    expect(answeredAt([], round.askedAt)).toBeNull();
    expect(roundStateAt(200 * DAY, round, [])).toBe('overdue');
  });

  it('is answered if and only if each contact is confirmed, whenever one looks', () => {
    fc.assert(
      fc.property(fc.array(contact), instant, instant, instant, (contacts, askedAt, dueAt, at) => {
        const all =
          contacts.length > 0 &&
          contacts.every(({ verifiedAt }) => verifiedAt !== null && verifiedAt >= askedAt);
        expect(roundStateAt(at, { askedAt, dueAt }, contacts) === 'answered').toBe(all);
        const since = answeredAt(contacts, askedAt);
        expect(since === null).toBe(!all);
        if (since !== null) expect(since).toBeGreaterThanOrEqual(askedAt);
      }),
    );
  });

  it('never goes back from overdue as time goes on', () => {
    const order = ['open', 'due-soon', 'overdue'];
    fc.assert(
      fc.property(instant, fc.nat(), (at, later) => {
        const [now, then] = [at, at + later].map((one) => order.indexOf(roundStateAt(one, round, silent)));
        expect(then).toBeGreaterThanOrEqual(now!);
      }),
    );
  });
});

test('a contact is due again an interval after it was verified, and at once where it never was', () => {
  expect(contactDue({ enteredAt: 5, verifiedAt: 7 }, 30)).toBe(7 + 30 * DAY);
  expect(contactDue({ enteredAt: 5, verifiedAt: null }, 30)).toBe(5);
});

import {
  contactDueAt,
  isMeetingPlanned,
  kindsFor,
  longestBefore,
  meetingDue,
  REMINDER_KINDS,
  REMINDERS,
  type ReminderKind,
  reminderStepAt,
  type ReminderStep,
} from '../../src/agreements/rules/reminder';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DUE = Date.parse('2026-06-01T09:00:00Z');

describe('a reminder', () => {
  it.each<[ReminderKind, [number, ReminderStep][]]>([
    [
      'expiry',
      [
        [90 * DAY, 'P90D'],
        [30 * DAY, 'P30D'],
        [7 * DAY, 'P7D'],
      ],
    ],
    [
      'review',
      [
        [7 * DAY, 'P7D'],
        [DAY, 'P1D'],
      ],
    ],
    [
      'meeting',
      [
        [30 * DAY, 'P30D'],
        [7 * DAY, 'P7D'],
      ],
    ],
    [
      'contact',
      [
        [30 * DAY, 'P30D'],
        [7 * DAY, 'P7D'],
      ],
    ],
    [
      'contact_round',
      [
        [7 * DAY, 'P7D'],
        [DAY, 'P1D'],
      ],
    ],
    [
      'duty_officer',
      [
        [30 * DAY, 'P30D'],
        [7 * DAY, 'P7D'],
      ],
    ],
    [
      'consent',
      [
        [14 * DAY, 'P14D'],
        [3 * DAY, 'P3D'],
      ],
    ],
    [
      'consent_granted',
      [
        [14 * DAY, 'P14D'],
        [3 * DAY, 'P3D'],
      ],
    ],
    [
      'request',
      [
        [2 * DAY, 'P2D'],
        [DAY, 'P1D'],
      ],
    ],
    [
      'obligation',
      [
        [7 * DAY, 'P7D'],
        [DAY, 'P1D'],
      ],
    ],
    ['acknowledgement', [[HOUR, 'PT1H']]],
  ])('of the kind %s takes each step at the very instant, and not a millisecond before', (kind, steps) => {
    let former: ReminderStep | null = null;
    for (const [before, step] of steps) {
      expect(reminderStepAt(kind, DUE, DUE - before - 1)).toBe(former);
      expect(reminderStepAt(kind, DUE, DUE - before)).toBe(step);
      former = step;
    }
    expect(longestBefore(kind)).toBe(steps[0]![0]);
    expect(reminderStepAt(kind, DUE, DUE - 1)).toBe(former);
    const over = REMINDERS[kind].overdue ? 'overdue' : null;
    expect([reminderStepAt(kind, DUE, DUE), reminderStepAt(kind, DUE, DUE + 1000 * DAY)]).toEqual([
      over,
      over,
    ]);
  });

  it('is for liaison officers of every kind, and for others of theirs', () => {
    expect(kindsFor(['liaison'])).toEqual([...REMINDER_KINDS]);
    expect(kindsFor(['duty-officer'])).toEqual([
      'acknowledgement',
      'consent_response',
      'duty_officer',
      'obligation',
      'request',
      'request_word',
      'response',
      'review',
    ]);
    expect(kindsFor(['releaser', 'analyst'])).toEqual([
      'consent',
      'consent_granted',
      'consent_response',
      'request',
      'request_word',
      'response',
    ]);
    expect(kindsFor(['analyst', 'auditor', 'administrator'])).toEqual([]);
  });
});

describe('the next meeting', () => {
  const meetings = { since: DUE, days: 90, last: null, planned: [] };
  it('is due so many days after the entry into force, or after the last one', () => {
    expect(meetingDue(meetings)).toBe(DUE + 90 * DAY);
    expect(meetingDue({ ...meetings, last: DUE + 10 * DAY })).toBe(DUE + 100 * DAY);
    expect(meetingDue({ ...meetings, last: DUE - 10 * DAY })).toBe(DUE + 90 * DAY);
  });
  it('is not reminded of while one is planned in time, until that is over', () => {
    const planned = (startsAt: number) => ({ ...meetings, planned: [{ startsAt, endsAt: startsAt + HOUR }] });
    const due = meetingDue(meetings);
    expect(isMeetingPlanned(planned(due), due)).toBe(true);
    expect(isMeetingPlanned(planned(due + 1), due)).toBe(false);
    expect(isMeetingPlanned(planned(due), due + HOUR - 1)).toBe(true);
    expect(isMeetingPlanned(planned(due), due + HOUR)).toBe(false);
  });
});

describe('a contact', () => {
  const verified = { enteredAt: DUE - DAY, verifiedAt: DUE, lapsesAt: DUE + 365 * DAY };
  const terms = [
    { agreement: 'A', days: 180 },
    { agreement: 'B', days: 90 },
    { agreement: 'C', days: 400 },
  ];
  it('is due under the terms that ask first, or when its verification lapses for everybody', () => {
    expect(contactDueAt(verified, terms, DUE)).toEqual({ due: DUE + 90 * DAY, agreement: 'B' });
    expect(contactDueAt(verified, [], DUE)).toEqual({ due: DUE + 365 * DAY, agreement: null });
    expect(contactDueAt(verified, [terms[2]!], DUE)).toEqual({ due: DUE + 365 * DAY, agreement: null });
  });
  it('that has lapsed or was never verified is due under no agreement in particular', () => {
    const at = DUE + 365 * DAY;
    expect(contactDueAt(verified, terms, at - 1).agreement).toBe('B');
    expect(contactDueAt(verified, terms, at)).toEqual({ due: at, agreement: null });
    const never = { enteredAt: DUE, verifiedAt: null, lapsesAt: null };
    expect(contactDueAt(never, terms, DUE)).toEqual({ due: DUE, agreement: null });
  });
});

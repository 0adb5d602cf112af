import fc from 'fast-check';
import { activityStateAt, intervalFault, mayRecord } from '../../src/agreements/rules/activity';
import { calendarOfActivity as calendarOf } from '../../src/portal/activities/calendar';

const instant = fc.integer({ min: 0, max: 4e12 });

describe('an activity', () => {
  it('is planned, under way from its beginning, and over from its end, to the millisecond', () => {
    const at = (now: number) => activityStateAt(now, { startsAt: 100, endsAt: 200, outcome: null });
    expect([at(99), at(100), at(199), at(200)]).toEqual(['planned', 'under_way', 'under_way', 'over']);
  });

  it('is recorded once, by an organizer, and as done only when it is over', () => {
    const outcomes = fc.constantFrom('done' as const, 'cancelled' as const);
    const parts = fc.constantFrom('organizer' as const, 'participant' as const);
    fc.assert(
      fc.property(
        instant,
        instant,
        fc.option(outcomes),
        parts,
        outcomes,
        (at, endsAt, outcome, part, wanted) => {
          const refusal = mayRecord(at, { startsAt: 0, endsAt, outcome, part }, wanted);
          const may = part === 'organizer' && outcome === null && (wanted === 'cancelled' || at >= endsAt);
          expect(refusal === null).toBe(may);
        },
      ),
    );
  });

  it('ends after it begins, at most 732 days later', () => {
    const day = 86_400_000;
    expect([0, 1, 732 * day, 732 * day + 1].map((end) => intervalFault(0, end)?.rule)).toEqual([
      'order',
      undefined,
      undefined,
      'longest',
    ]);
  });
});

describe('an activity in a calendar', () => {
  const activity = {
    ...{ id: '0b9e4c1a-0000-4000-8000-000000000000', agreement: 'PK-CN-1', place: null, state: 'planned' },
    ...{ starts_at: '2026-03-02T08:00:00.000Z', ends_at: '2026-03-03T08:00:00.000Z' },
  };
  const lines = (title: string) =>
    calendarOf({ ...activity, title } as Parameters<typeof calendarOf>[0], '2026-03-01T00:00:00.000Z').split(
      '\r\n',
    );

  it('is lines of 75 octets at most, and no title adds one of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 3, maxLength: 200 }), (title) => {
        const written = lines(title);
        for (const line of written) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const unfolded = written.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
        expect(unfolded.map((line) => line.split(/[:;]/)[0])).toEqual(
          lines('Plain').map((line) => line.split(/[:;]/)[0]),
        );
      }),
    );
  });

  it('cannot be made to hold another event by what stands in a title', () => {
    const written = lines('A\r\nEND:VEVENT\r\nBEGIN:VEVENT').filter((line) => line === 'BEGIN:VEVENT');
    expect(written).toHaveLength(1);
  });
});

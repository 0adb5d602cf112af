import { expected, Sharing } from '../disclosure/sharing-world';
import { EVIDENCE } from './agreement-world';

const DAY = 86_400_000;
const TEAMS = ['cncert', 'corvia', 'dunmere'] as const;
type Team = (typeof TEAMS)[number];
const iso = (at: number): string => new Date(at).toISOString();

/** What lets a team see an item from the instant on, or up to it. */
interface Boundary {
  kind: string;
  sees: 'from then on' | 'until then';
  arrange(sharing: Sharing, team: Team, instant: string): Promise<void>;
}

const reference = (team: Team): string => `PK-CLOCK-${team.toUpperCase()}`;
const ALL = { reach_back: 'all' };
const agreed = (sharing: Sharing, team: Team, terms: object = {}) =>
  sharing.inForce(team, reference(team), ALL, terms);
const post = (sharing: Sharing, team: Team, path: string, body: object) =>
  expected(
    201,
    sharing.world
      .as('pkcert-liaison')
      .post(`/api/v1/agreements/${reference(team)}/${path}`)
      .send(body),
  );

/** Signed in full; who enters it into force says when. */
async function signed(sharing: Sharing, team: Team, terms: object): Promise<void> {
  const path = await sharing.unsigned(team, reference(team), ALL, terms);
  await expected(201, sharing.world.as(`${team}-liaison`).post(`${path}/signatures`).send({}));
}

const entry: Boundary = {
  kind: 'an entry into force that is recorded ahead',
  sees: 'from then on',
  async arrange(sharing, team, effective_at) {
    await signed(sharing, team, {});
    await post(sharing, team, 'terms/1/entry-into-force', { effective_at });
  },
};
const notBefore: Boundary = {
  kind: 'an entry into force that waits for a date',
  sees: 'from then on',
  async arrange(sharing, team, date) {
    await signed(sharing, team, { entry_condition: { rule: 'not_before', date } });
    await post(sharing, team, 'terms/1/entry-into-force', { effective_at: date });
  },
};
/** The signature is moved to so many days before the instant, and the entry is the first that is possible. */
const afterSignature: Boundary = {
  kind: 'an entry into force 30 days after the last signature',
  sees: 'from then on',
  async arrange(sharing, team, instant) {
    const { clock } = sharing.world;
    const [before, at] = [clock.now(), Date.parse(instant)];
    const path = await sharing.unsigned(team, reference(team), ALL, {
      entry_condition: { rule: 'after_last_signature', days: 30 },
    });
    clock.set(iso(at - 30 * DAY));
    await expected(201, sharing.world.as(`${team}-liaison`).post(`${path}/signatures`).send({}));
    await post(sharing, team, 'terms/1/entry-into-force', { effective_at: instant });
    expect(clock.now().getTime()).toBeGreaterThan(before.getTime());
  },
};
const expiry: Boundary = {
  kind: 'the expiry of terms',
  sees: 'until then',
  arrange: (sharing, team, expires_at) => agreed(sharing, team, { expires_at }),
};
const noticeEnd: Boundary = {
  kind: 'the end that a notice names',
  sees: 'until then',
  async arrange(sharing, team, effective_at) {
    await agreed(sharing, team);
    await post(sharing, team, 'notice', { effective_at });
  },
};
const noticePeriod: Boundary = {
  kind: 'the end of a period of notice of 366 days',
  sees: 'until then',
  async arrange(sharing, team, instant) {
    await agreed(sharing, team, { notice_days: 366 });
    const given_at = iso(Date.parse(instant) - 366 * DAY);
    await post(sharing, team, 'notice', { given_at, evidence_sha256: EVIDENCE });
  },
};
const suspensionBegins: Boundary = {
  kind: 'a suspension that begins',
  sees: 'until then',
  async arrange(sharing, team, starts_at) {
    await agreed(sharing, team);
    await post(sharing, team, 'suspensions', { starts_at, reason: 'Of a test.' });
  },
};
const suspensionEnds: Boundary = {
  kind: 'a suspension that ends',
  sees: 'from then on',
  async arrange(sharing, team, ends_at) {
    await agreed(sharing, team);
    await post(sharing, team, 'suspensions', { ends_at, reason: 'Of a test.' });
  },
};

/** An instant that is awkward to write or to count, as parties in other zones write it. */
const INSTANTS = [
  {
    name: 'the leap day as it begins in Islamabad',
    begins: '2028-01-20T00:00:00Z',
    written: ['2028-02-29T00:00:00+05:00', '2028-02-29T03:00:00+08:00', '2028-02-28T19:00:00Z'],
    boundaries: [expiry, afterSignature, noticePeriod],
  },
  {
    name: 'the day after the leap day as it begins in Beijing',
    begins: '2028-01-20T00:00:00Z',
    written: ['2028-03-01T00:00:00+08:00', '2028-02-29T21:00:00+05:00', '2028-02-29T16:00:00.000Z'],
    boundaries: [suspensionEnds, notBefore, expiry],
  },
  {
    name: 'the hour that is left out in Europe',
    begins: '2027-02-20T00:00:00Z',
    written: ['2027-03-28T02:00:00+01:00', '2027-03-28T03:00:00+02:00', '2027-03-28T06:00:00+05:00'],
    boundaries: [suspensionBegins, entry, noticeEnd],
  },
  {
    name: 'the first of the two half past two of an autumn night in Europe',
    begins: '2027-10-01T00:00:00Z',
    written: ['2027-10-31T02:30:00+02:00', '2027-10-31T01:30:00+01:00', '2027-10-31T08:30:00+08:00'],
    boundaries: [suspensionEnds, expiry, noticeEnd],
  },
  {
    name: 'the second of them',
    begins: '2027-10-01T00:00:00Z',
    written: ['2027-10-31T02:30:00+01:00', '2027-10-31T06:30:00+05:00', '2027-10-31T01:30:00Z'],
    boundaries: [notBefore, suspensionBegins, entry],
  },
];

test('every instant is one, however it is written, and each boundary is tried', () => {
  for (const { written } of INSTANTS) expect(new Set(written.map((one) => Date.parse(one))).size).toBe(1);
  const first = Date.parse(INSTANTS[3]!.written[0]!);
  expect(Date.parse(INSTANTS[4]!.written[0]!) - first).toBe(3_600_000);
  expect(new Set(INSTANTS.flatMap(({ boundaries }) => boundaries)).size).toBe(8);
});

describe.each(INSTANTS)('at $name', ({ begins, written, boundaries }) => {
  const instant = Date.parse(written[0]!);
  let sharing: Sharing;
  let item: string;
  beforeAll(async () => {
    sharing = await Sharing.start({ now: begins });
    item = await sharing.released('Of a boundary');
    // What moves the clock comes last, so that nothing else is recorded later than it would be.
    const order = [...boundaries.entries()].sort(
      ([, a], [, b]) => Number(a === afterSignature) - Number(b === afterSignature),
    );
    for (const [nth, boundary] of order) await boundary.arrange(sharing, TEAMS[nth]!, written[nth]!);
  });
  afterAll(() => sharing.world.close());

  const lists = async (team: Team): Promise<boolean> => {
    const { items } = (await expected(200, sharing.world.withKey(team).get('/api/v1/advisories'))) as {
      items: unknown[];
    };
    return items.length > 0;
  };
  const decided = async (team: Team, path: 'explain' | 'replay', at?: number): Promise<boolean> => {
    const asked = sharing.world.as('pkcert-releaser').get(`/api/v1/decisions/${path}`);
    const query = { item, team, ...(at !== undefined && { at: iso(at) }) };
    return ((await expected(200, asked.query(query))) as { released: boolean }).released;
  };

  test('a list, a decision and a replay change in that millisecond, a second before and after they do not', async () => {
    const told: unknown[][] = [];
    for (const at of [instant - 1000, instant - 1, instant, instant + 1000]) {
      sharing.world.clock.set(iso(at));
      for (const [nth, { kind }] of boundaries.entries())
        told.push([at - instant, kind, await lists(TEAMS[nth]!), await decided(TEAMS[nth]!, 'explain')]);
    }
    sharing.world.clock.advance(1);
    for (const one of told)
      one.push(
        await decided(
          TEAMS[boundaries.findIndex(({ kind }) => kind === one[1])]!,
          'replay',
          instant + Number(one[0]),
        ),
      );
    const holds = [-1000, -1, 0, 1000].flatMap((ahead) =>
      boundaries.map(({ kind, sees }) => {
        const seen = ahead < 0 === (sees === 'until then');
        return [ahead, kind, seen, seen, seen];
      }),
    );
    expect(told).toEqual(holds);
  });
});

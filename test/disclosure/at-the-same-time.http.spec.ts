import { expected, Sharing } from './sharing-world';
import { holding, untilWaiting } from '../cast/held-lock';

interface Counted {
  n: number;
}

const MADE = `SELECT count(*)::int AS n FROM entitlement e JOIN exchange_grant g ON g.id = e.grant_id
  JOIN agreement a ON a.id = g.agreement_id WHERE e.item_id = $1 AND a.reference = $2`;

describe('at the same time', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await Sharing.start();
  });
  afterAll(() => sharing.world.close());
  const count = async (sql: string, parameters: unknown[] = []) =>
    (await sharing.world.owner.query<Counted[]>(sql, parameters))[0]!.n;

  it.each(['release first', 'signature first'])(
    'a release and the last signature of a new grant never miss each other: %s',
    async (order) => {
      const reference = order === 'release first' ? 'PK-XD-1' : 'PK-XD-2';
      const path = await sharing.unsigned('dunmere', reference, { reach_back: 'all' });
      const id = await sharing.draft(`Meets ${reference}`);
      const release = () => sharing.release(id);
      const sign = () => sharing.world.as('dunmere-liaison').post(`${path}/signatures`).send({});
      const running: PromiseLike<unknown>[] = [];
      await holding(sharing.world, `originator:${sharing.world.organizations.pkcert}`, async () => {
        const [first, second] = order === 'release first' ? [release, sign] : [sign, release];
        running.push(expected(201, first()));
        await untilWaiting(sharing.world, 1);
        running.push(expected(201, second()));
        await untilWaiting(sharing.world, 2);
      });
      await Promise.all(running);
      expect(await count(MADE, [id, reference])).toBe(1);
    },
  );

  it.each(['release first', 'entry first'])(
    'a release and the entry into force of a new grant never miss each other: %s',
    async (order) => {
      const { world } = sharing;
      const reference = order === 'release first' ? 'PK-XD-3' : 'PK-XD-4';
      const path = await sharing.unsigned('dunmere', reference);
      await expected(201, world.as('dunmere-liaison').post(`${path}/signatures`).send({}));
      const id = await sharing.draft(`Released as ${reference} enters`);
      const release = () => sharing.release(id);
      const enter = () => world.as('pkcert-liaison').post(`${path}/entry-into-force`).send({});
      const running: PromiseLike<unknown>[] = [];
      await holding(world, `originator:${world.organizations.pkcert}`, async () => {
        const [first, second] = order === 'release first' ? [release, enter] : [enter, release];
        running.push(expected(201, first()));
        await untilWaiting(world, 1);
        running.push(expected(201, second()));
        await untilWaiting(world, 2);
      });
      await Promise.all(running);
      // What is released at the very instant of the entry is not released before it.
      expect(await count(MADE, [id, reference])).toBe(1);
    },
  );

  it('a stop waits for the pull that is being served, and nothing is served after it', async () => {
    sharing.world.clock.advance(1000);
    await sharing.inForce('cncert', 'PK-CN');
    await sharing.released('Being served');
    sharing.world.clock.advance(1000);
    const team = sharing.world.organizations.cncert;
    let pull: PromiseLike<{ items: unknown[] }> | undefined;
    let stop: PromiseLike<unknown> | undefined;
    // The pull has begun, holds its serving lock, and waits for the feed's; the stop comes while it does.
    await holding(sharing.world, `feed:${team}`, async () => {
      pull = expected(200, sharing.world.withKey('cncert').get('/api/v1/feed')) as PromiseLike<{
        items: unknown[];
      }>;
      void Promise.resolve(pull);
      await untilWaiting(sharing.world, 1);
      stop = expected(
        201,
        sharing.world
          .as('pkcert-duty-officer')
          .post('/api/v1/stops')
          .send({ to: 'cncert', reason: 'Of a test.' }),
      );
      void Promise.resolve(stop);
      await untilWaiting(sharing.world, 2);
    });
    const [served] = await Promise.all([pull, stop]);
    expect(served!.items).toHaveLength(1);
    const late = `SELECT count(*)::int AS n FROM disclosure d, exchange_pause p WHERE d.team_id = $1 AND p.to_id = $1 AND d.entry_id IN
      (SELECT id FROM record_entry) AND d.at > p.recorded_at`;
    expect(await count(late, [team])).toBe(0);
    expect((await sharing.pull('cncert')).told).toEqual(['notice sharing-paused']);
  });

  it('eight first pulls of one team write each disclosure once, and a transfer each', async () => {
    sharing.world.clock.advance(1000);
    await sharing.inForce('corvia', 'PK-XC');
    for (const title of ['One', 'Two', 'Three']) await sharing.released(title);
    sharing.world.clock.advance(1000);
    const pulls = await Promise.all(
      Array.from({ length: 8 }, () => expected(200, sharing.world.withKey('corvia').get('/api/v1/feed'))),
    );
    const told = pulls.map(({ items }: { items: { item: { title: string } }[] }) =>
      items.map(({ item }) => item.title),
    );
    expect(new Set(told.map(String))).toEqual(new Set(['One,Two,Three']));
    const { corvia } = sharing.world.organizations;
    expect(await count('SELECT count(*)::int AS n FROM disclosure WHERE team_id = $1', [corvia])).toBe(3);
    expect(await count('SELECT count(*)::int AS n FROM transfer WHERE team_id = $1', [corvia])).toBe(8);
    const orphans = `SELECT count(*)::int AS n FROM record_entry e JOIN record_log l ON l.id = e.log_id WHERE e.kind = 'disclosure'
      AND $1 IN (l.party_a, l.party_b) AND NOT EXISTS (SELECT 1 FROM disclosure d WHERE d.entry_id = e.id)`;
    expect(await count(orphans, [corvia])).toBe(0);
  });

  it('releases of many advisories reach a partner that pulls all the while, each once', async () => {
    const before = (await sharing.pull('corvia')).next;
    const ids = await Promise.all(Array.from({ length: 12 }, (_, n) => sharing.draft(`Many ${n}`)));
    const told: string[] = [];
    let cursor = before;
    const releasing = Promise.all(ids.map((id) => expected(201, sharing.release(id))));
    for (let pulls = 0; pulls < 6; pulls++) {
      const page = await sharing.pull('corvia', cursor);
      told.push(...page.told);
      cursor = page.next;
    }
    await releasing;
    told.push(...(await sharing.pull('corvia', cursor)).told);
    expect(told.toSorted()).toEqual(ids.map((_, n) => `added Many ${n}`).toSorted());
  });
});

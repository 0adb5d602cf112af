import { SightChangesStore } from '../../src/agreements/what-if/sight-changes.store';
import { ViewerTransaction } from '../../src/platform/viewer-transaction';
import type { World } from '../cast';
import { expected, Sharing } from '../disclosure/sharing-world';
import { WhatIfDesk } from './what-if-asking';

const MANY = 40;

/** What a transaction holds, besides what keeps tables from being dropped under it and its own number. */
const HELD = `SELECT locktype, mode FROM pg_locks WHERE pid = $1 AND locktype <> 'virtualxid'
  AND NOT (locktype = 'relation' AND mode = 'AccessShareLock')`;
const TABLES = "SELECT count(*)::int AS n FROM pg_locks WHERE pid = $1 AND mode = 'AccessShareLock'";

describe('while it is looked for what a step would change', () => {
  let sharing: Sharing;
  let world: World;
  let desk: WhatIfDesk;
  let unsigned: string;
  const enters = { step: 'enter', agreement: 'PK-XD', terms: 1 };
  const ends = { step: 'end', agreement: 'PK-CN' };
  beforeEach(async () => {
    sharing = await Sharing.start();
    world = sharing.world;
    desk = new WhatIfDesk(world);
    await sharing.inForce('cncert', 'PK-CN');
    await sharing.inForce('corvia', 'PK-XC');
    unsigned = await sharing.unsigned('dunmere', 'PK-XD', { reach_back: 'all' });
    for (let count = 0; count < 5; count += 1) await sharing.released(`Item ${count}`);
    world.clock.advance(1000);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await world.close();
  });

  /** Asks, and holds the question open where it has looked but is not answered, or where it is about to look. */
  async function meanwhile(query: object, when: 'before' | 'after', others: (pid: number) => Promise<void>) {
    const looks = world.app.get(SightChangesStore, { strict: false });
    const look = looks.counts.bind(looks);
    const transaction = world.app.get(ViewerTransaction, { strict: false });
    const reached = Promise.withResolvers<number>();
    const gate = Promise.withResolvers<void>();
    jest.spyOn(looks, 'counts').mockImplementation(async (supposed) => {
      const early = when === 'after' ? await look(supposed) : undefined;
      const backend = await transaction.one<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      reached.resolve(backend!.pid);
      await gate.promise;
      return early ?? look(supposed);
    });
    const asked = desk.counts(query);
    try {
      const pid = await Promise.race([
        reached.promise,
        asked.then(() => Promise.reject(new Error('Not held.'))),
      ]);
      await others(pid);
    } finally {
      gate.resolve();
    }
    const { teams } = await asked;
    jest.restoreAllMocks();
    return teams;
  }

  it.each([enters, ends, { step: 'suspend', agreement: 'PK-CN' }, { step: 'stop', to: 'cncert' }])(
    'a stop, a suspension, a release, a signature and pulls go on: %j',
    async (query) => {
      const draft = await sharing.draft('Meanwhile');
      const { teams: before } = await desk.counts(query);
      const teams = await meanwhile(query, 'after', async (pid) => {
        expect(await world.owner.query(HELD, [pid])).toEqual([]);
        expect(await world.owner.query(TABLES, [pid])).not.toEqual([{ n: 0 }]);
        await expected(201, sharing.release(draft));
        expect((await sharing.pull('cncert')).told).toHaveLength(6);
        await sharing.suspend('PK-CN');
        expect((await sharing.pull('cncert')).told).toEqual(['notice sharing-paused']);
        await sharing.stop('corvia');
        expect((await sharing.pull('corvia')).told).toEqual(['notice sharing-paused']);
        await expected(201, world.as('dunmere-liaison').post(`${unsigned}/signatures`).send({}));
        await expected(201, world.as('pkcert-liaison').post(`${unsigned}/entry-into-force`).send({}));
        expect((await sharing.pull('dunmere')).told).toHaveLength(6);
        await sharing.end('PK-CN');
      });
      expect(teams).toEqual(before);
    },
  );

  it('nothing of what they do is told as a consequence of the step', async () => {
    const teams = await meanwhile(ends, 'before', async () => {
      await sharing.released('Meanwhile');
      await sharing.suspend('PK-CN');
    });
    expect(teams).toEqual([{ team: 'cncert', gains: 0, loses: 5, changes_parts: 0, changes_basis: 0 }]);
    expect((await desk.counts(ends)).teams).toEqual([
      { team: 'cncert', gains: 0, loses: 0, changes_parts: 0, changes_basis: 0 },
    ]);
  });

  it('the team of who asks is stopped by its partner', async () => {
    const grant = { from: 'cncert', to: 'pkcert', clause: 'Art. 9', categories: 'any', sectors: 'any' };
    const types = { information_types: [{ type: 'threat_report', tlp_ceiling: 'GREEN' }] };
    const terms = { grants: [{ ...grant, ...types, reach_back: 'none' }] };
    const [pk, cn] = [world.as('pkcert-liaison'), world.as('cncert-liaison')];
    await expected(201, pk.post('/api/v1/agreements/PK-CN/terms').send(terms));
    const path = '/api/v1/agreements/PK-CN/terms/2';
    for (const step of ['submission', 'signatures']) await expected(201, pk.post(`${path}/${step}`).send({}));
    await expected(201, cn.post(`${path}/signatures`).send({}));
    await expected(201, pk.post(`${path}/entry-into-force`).send({}));
    await meanwhile(enters, 'after', async () => {
      const stop = { to: 'pkcert', reason: 'Of a test.' };
      await expected(201, world.as('cncert-duty-officer').post('/api/v1/stops').send(stop));
    });
  });

  it('as many as ask at once leave connections for who acts', async () => {
    const looks = world.app.get(SightChangesStore, { strict: false });
    const look = looks.counts.bind(looks);
    const gate = Promise.withResolvers<void>();
    const spy = jest.spyOn(looks, 'counts').mockImplementation(async (supposed) => {
      await gate.promise;
      return look(supposed);
    });
    const asked = Array.from({ length: MANY }, () => desk.counts(ends));
    try {
      await sharing.stop('corvia');
      expect((await sharing.pull('corvia')).told).toEqual(['notice sharing-paused']);
      expect(spy.mock.calls.length).toBeLessThan(10);
    } finally {
      gate.resolve();
    }
    for (const { teams } of await Promise.all(asked)) expect(teams).toMatchObject([{ loses: 5 }]);
  });
});

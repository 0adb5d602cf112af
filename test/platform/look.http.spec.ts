import { setTimeout as sleep } from 'node:timers/promises';
import { SightChangesStore } from '../../src/agreements/what-if/sight-changes.store';
import type { Viewer } from '../../src/platform/viewer';
import { ViewerTransaction } from '../../src/platform/viewer-transaction';
import type { World } from '../cast';
import { Sharing } from '../disclosure/sharing-world';
import { WHAT_IF } from '../questions/what-if-asking';

const HOUSE = "SELECT count(*)::int AS n FROM record_entry WHERE kind = 'decision-asked'";

describe('a look', () => {
  let sharing: Sharing;
  let world: World;
  let transaction: ViewerTransaction;
  let viewer: Viewer;
  beforeAll(async () => {
    sharing = await Sharing.start();
    world = sharing.world;
    await sharing.inForce('cncert', 'PK-CN');
    transaction = world.app.get(ViewerTransaction, { strict: false });
    viewer = { organizationId: world.organizations.pkcert, roles: [] };
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => world.close());

  const count = async (sql: string): Promise<number> => (await world.owner.query<{ n: number }[]>(sql))[0]!.n;
  /** Resolves once the database does nothing for a connection any more. */
  async function untilGone(pid: number): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      const sql = 'SELECT FROM pg_stat_activity WHERE pid = $1';
      if ((await world.owner.query<object[]>(sql, [pid])).length === 0) return;
      await sleep(25);
    }
    throw new Error('It did not come about.');
  }

  it('sees one state of everything, at its instant', async () => {
    const count = async () =>
      (await transaction.one<{ n: number }>('SELECT count(*)::int AS n FROM record_entry'))?.n ?? 0;
    const [first, second, at] = await transaction.look({ viewer }, async () => {
      const before = await count();
      await sharing.draft('Meanwhile');
      return [before, await count(), transaction.at];
    });
    expect([second, at]).toEqual([first, world.clock.now()]);
    expect(await transaction.look({ viewer }, count)).toBeGreaterThan(first);
  });

  it('can write nothing, and is no transaction for who acts', async () => {
    const insert = 'INSERT INTO kept_answer SELECT * FROM kept_answer';
    const looking = transaction.look({ viewer }, () => transaction.query(insert));
    await expect(looking).rejects.toThrow('read-only transaction');
    const lock = 'SELECT id FROM agreement FOR SHARE';
    await expect(transaction.look({ viewer }, () => transaction.query(lock))).rejects.toThrow('read-only');
    const nested = () => transaction.run(viewer, () => Promise.resolve());
    await expect(transaction.look({ viewer }, nested)).rejects.toThrow('open already');
    await expect(transaction.run(viewer, () => transaction.look({ viewer }, nested))).rejects.toThrow(
      'open already',
    );
  });

  it('is held back to its viewer', async () => {
    const dunmere = { organizationId: world.organizations.dunmere, roles: [] };
    const agreements = () => transaction.query<{ reference: string }>('SELECT reference FROM agreement');
    expect(await transaction.look({ viewer: dunmere }, agreements)).toEqual([]);
    expect(await transaction.look({ viewer }, agreements)).toEqual([{ reference: 'PK-CN' }]);
  });

  it('is refused in another isolation', async () => {
    const looking = world.owner.query('SELECT app.look($1, NULL, NULL, 60)', [viewer.organizationId]);
    await expect(looking).rejects.toThrow('not in read committed');
  });

  const asks = () => world.as('pkcert-liaison').get(WHAT_IF).query({ step: 'end', agreement: 'PK-CN' });
  it('that takes too long is given up, and nothing of it is written down', async () => {
    const limits = ['statement_timeout', 'client_connection_check_interval'].map(
      (name) => `current_setting('${name}') AS ${name}`,
    );
    const set = await transaction.look({ viewer }, () => transaction.one(`SELECT ${limits.join()}`));
    expect(set).toEqual({ statement_timeout: '1min', client_connection_check_interval: '1s' });
    jest.spyOn(SightChangesStore.prototype, 'counts').mockImplementation(async () => {
      await transaction.query("SELECT set_config('statement_timeout', '50ms', true)");
      return transaction.query('SELECT pg_sleep(30)');
    });
    const { status, body, headers } = await asks();
    expect([status, (body as { type: string }).type]).toEqual([503, '/problems/question/too-long']);
    expect(headers['retry-after']).toBe('60');
    expect(await count(HOUSE)).toBe(0);
  });

  it('is ended in the database when who asked has gone away, and its connection is not used again', async () => {
    const begun = Promise.withResolvers<number>();
    jest.spyOn(SightChangesStore.prototype, 'counts').mockImplementation(async () => {
      const backend = await transaction.one<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      begun.resolve(backend!.pid);
      return transaction.query('SELECT pg_sleep(30)');
    });
    const going = new AbortController();
    // The session of the person began with her question before.
    const authorization = asks().get('Authorization');
    const sent = fetch(`${world.url}${WHAT_IF}?step=end&agreement=PK-CN`, {
      headers: { authorization },
      signal: going.signal,
    });
    const ended = expect(sent).rejects.toThrow('gone');
    const pid = await begun.promise;
    going.abort(new Error('gone'));
    await ended;
    await untilGone(pid);
    jest.restoreAllMocks();
    expect((await asks()).status).toBe(200);
    expect(await count(HOUSE)).toBe(1);
  });

  it('of somebody who has gone away while she waited for a turn is never begun', async () => {
    const gate = Promise.withResolvers<void>();
    const others = Array.from({ length: 8 }, () => transaction.look({ viewer }, () => gate.promise));
    const gone = new AbortController();
    const work = jest.fn();
    const looking = transaction.look({ viewer, gone: gone.signal }, () => Promise.resolve(work()));
    gone.abort(new Error('gone'));
    await expect(looking).rejects.toThrow('gone');
    gate.resolve();
    await Promise.all(others);
    expect(work).not.toHaveBeenCalled();
    expect(await transaction.look({ viewer }, () => Promise.resolve('served'))).toBe('served');
  });
});

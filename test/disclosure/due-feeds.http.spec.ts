import type { NestExpressApplication } from '@nestjs/platform-express';
import { withConnection } from '../../src/platform/connection';
import { Jobs } from '../../src/platform/jobs/jobs';
import { startApplication } from '../cast/application';
import { runJob } from './run-job';
import { expected, Sharing } from './sharing-world';

const HOUR = 3_600_000;

/** Nobody pulls here unless it says so: what is in a feed, the job has put there. */
describe('what time alone brings', () => {
  let sharing: Sharing;
  let other: NestExpressApplication;
  const logged: string[] = [];
  const log = { write: (line: string) => void logged.push(line) };
  beforeAll(async () => {
    sharing = await Sharing.start({ log });
    other = await startApplication(sharing.world, sharing.world.clock, { log });
    await sharing.inForce('cncert', 'PK-CN');
    await sharing.inForce('corvia', 'PK-XC');
    await sharing.world.owner.query('DELETE FROM jobs.schedule');
    for (const app of [sharing.world.app, other]) await app.get(Jobs).start({ polling: 0.5 });
  });
  afterAll(async () => {
    await other.close();
    await sharing.world.close();
  });
  const later = (hours: number) => new Date(sharing.world.clock.now().getTime() + hours * HOUR).toISOString();
  const inFeed = async (team: 'cncert' | 'corvia' | 'dunmere') => {
    const rows = await sharing.world.owner.query<{ line: string }[]>(
      `SELECT e.kind || ' ' || COALESCE(e.notice, (SELECT title FROM item_version v WHERE v.id = e.item_version_id)) AS line
       FROM feed_entry e WHERE e.team_id = $1 AND NOT e.superseded ORDER BY e.seq`,
      [sharing.world.organizations[team]],
    );
    return rows.map(({ line }) => line);
  };
  const run = () => runJob(sharing.world, 'drain-due-feeds');
  /** What is in the feed from the minute on, and not before. */
  const comes = async (team: 'cncert' | 'corvia' | 'dunmere', line: string, hours: number) => {
    await run();
    expect(await inFeed(team)).not.toContain(line);
    sharing.world.clock.advance(hours * HOUR - 1);
    await run();
    expect(await inFeed(team)).not.toContain(line);
    sharing.world.clock.advance(1);
    await run();
    expect(await inFeed(team)).toContain(line);
  };

  it('is there in the feed once an embargo is over', async () => {
    await sharing.released('Embargoed', { embargo_until: later(2) });
    await comes('cncert', 'added Embargoed', 2);
    expect(await inFeed('corvia')).toContain('added Embargoed');
    expect((await sharing.pull('cncert')).told).toEqual(['added Embargoed']);
  });

  it('is there once terms enter into force that were to', async () => {
    const path = await sharing.unsigned('dunmere', 'PK-XD', { reach_back: 'all' });
    const { world } = sharing;
    await expected(201, world.as('dunmere-liaison').post(`${path}/signatures`).send({}));
    const body = { effective_at: later(3) };
    await expected(201, world.as('pkcert-liaison').post(`${path}/entry-into-force`).send(body));
    await comes('dunmere', 'added Embargoed', 3);
  });

  it('is there once a suspension is over, with its notice; what it held back not before', async () => {
    const { world } = sharing;
    const body = { reason: 'Of a test.', ends_at: later(4) };
    await expected(201, world.as('pkcert-liaison').post('/api/v1/agreements/PK-CN/suspensions').send(body));
    await run();
    expect((await inFeed('cncert')).at(-1)).toBe('notice sharing-paused');
    await sharing.released('During a suspension');
    await comes('cncert', 'added During a suspension', 4);
    expect(await inFeed('cncert')).toContain('notice sharing-resumed');
    expect(await inFeed('corvia')).toContain('added During a suspension');
  });

  it('is put in once, whatever runs at once: two processes, and a pull of the team', async () => {
    await sharing.world.owner.query(`UPDATE jobs.queue SET policy = 'standard'`);
    for (let n = 0; n < 5; n++) await sharing.released(`At once ${n}`, { embargo_until: later(1) });
    sharing.world.clock.advance(HOUR);
    await Promise.all([
      run(),
      run(),
      sharing.pull('cncert', undefined, 0),
      run(),
      sharing.pull('corvia', undefined, 0),
    ]);
    for (const team of ['cncert', 'corvia', 'dunmere'] as const) {
      const lines = (await inFeed(team)).filter((line) => line.startsWith('added At once'));
      expect(lines.toSorted()).toEqual([0, 1, 2, 3, 4].map((n) => `added At once ${n}`));
    }
  });

  it('comes to every other team when something fails for one, which is logged, and to that one with the next run', async () => {
    const { owner, organizations } = sharing.world;
    const teams = (['cncert', 'corvia', 'dunmere'] as const).toSorted((one, other) =>
      organizations[one] < organizations[other] ? -1 : 1,
    );
    const [first, ...others] = teams as [(typeof teams)[0], ...typeof teams];
    await sharing.released('Not for one', { embargo_until: later(1) });
    sharing.world.clock.advance(HOUR);
    await owner.query(`CREATE TRIGGER fails BEFORE INSERT ON feed_entry FOR EACH ROW
      WHEN (NEW.team_id = '${organizations[first]}') EXECUTE FUNCTION app.refuse_change()`);
    logged.length = 0;
    try {
      await run();
    } finally {
      await owner.query('DROP TRIGGER fails ON feed_entry');
    }
    expect(await inFeed(first)).not.toContain('added Not for one');
    for (const team of others) expect(await inFeed(team)).toContain('added Not for one');
    const lines = logged.map((line) => JSON.parse(line) as { level: string; team?: string });
    expect(lines.filter(({ team }) => team)).toMatchObject([{ level: 'error', team: organizations[first] }]);
    await run();
    expect(await inFeed(first)).toContain('added Not for one');
  });

  it('is not brought about before its time by the role that runs jobs, nor does it read what there is', async () => {
    await sharing.released('Of the future', { embargo_until: new Date(Date.now() + HOUR).toISOString() });
    await withConnection(sharing.world.jobsUrl, async (client) => {
      const next = 'SELECT app.next_team_due($1, $2) AS team';
      for (let team: unknown = '00000000-0000-0000-0000-000000000000'; team;) {
        team = (await client.query<{ team: unknown }>(next, [team, 'infinity'])).rows[0]?.team;
        if (team) await client.query('SELECT app.drain_due($1, $2)', [team, 'infinity']);
      }
      await client.query('SELECT app.drain_due($1, $2)', [sharing.world.organizations.cncert, 'infinity']);
      await expect(client.query('SELECT FROM feed_entry')).rejects.toThrow('permission denied');
      const any = client.query('SELECT app.drain($1, now(), 1)', [sharing.world.organizations.cncert]);
      await expect(any).rejects.toThrow('permission denied');
    });
    expect(await inFeed('cncert')).not.toContain('added Of the future');
  });
});

import { holding, untilWaiting } from '../cast/held-lock';
import { everyone } from '../cast/everyone';
import { Jobs } from '../../src/platform/jobs/jobs';
import { OverlayWork, WITHHELD_ABROAD } from '../overlays/overlay-work';
import { WhatIfDesk } from '../questions/what-if-asking';
import { chunksOf, match } from './matching';
import { MatchingWorld } from './matching-world';
import { Passing } from './passing-world';
import { runJob } from './run-job';
import { expected } from './sharing-world';

const TITLES = ['One', 'Two', 'Three', 'Four', 'Five'];
const ALL = TITLES.toSorted();

describe('what was released before terms are signed', () => {
  let matching: MatchingWorld;
  const logged: string[] = [];
  const ids = new Map<string, string>();
  beforeEach(async () => {
    matching = await MatchingWorld.start({ log: { write: (line) => void logged.push(line) } });
    for (const title of TITLES) ids.set(title, await matching.sharing.released(title));
  });
  afterEach(() => matching.world.close());

  it('meets them piece by piece, of which its owner alone is told, and no entity tag', async () => {
    const { terms } = await matching.signed('PK-XD');
    expect(terms[0]!.matching).toBeNull();
    const began_at = matching.world.clock.now().toISOString();
    const begun = await matching.told('PK-XD');
    expect(begun.matching).toEqual({ of: 5, done: 1, began_at, finished_at: null });
    await matching.chunk();
    const on = await matching.told('PK-XD');
    expect(on).toEqual({ ...begun, matching: { ...begun.matching, done: 2 } });
    for (const asker of everyone) {
      const answer = await asker.ask(matching.world).get('/api/v1/agreements/PK-XD');
      const told = answer.text.includes('"done":2');
      expect(`${asker.name} ${told}`).toBe(`${asker.name} ${asker.organization === 'pkcert' && answer.ok}`);
    }
    const [rest] = await match(matching.world);
    expect([rest!.versions, rest!.made]).toEqual([5, 5]);
    expect((await matching.told('PK-XD')).matching).toMatchObject({ of: 5, done: 5, finished_at: began_at });
  });

  it('is seen by nobody before they are in force, and whole from the instant that they are', async () => {
    await matching.signed('PK-XD');
    await matching.chunk();
    expect(await matching.seen()).toEqual([]);
    await matching.enter('PK-XD');
    expect((await matching.told('PK-XD')).matching).toMatchObject({ of: 5, done: 5 });
    expect(await matching.seen()).toEqual(ALL);
    expect(await match(matching.world)).toEqual([]);
    const { told } = await matching.sharing.pull('dunmere');
    expect(told.toSorted()).toEqual(ALL.map((title) => `added ${title}`));
  });

  it('is whole for a question what if they entered into force', async () => {
    await matching.signed('PK-XD');
    const asked = new WhatIfDesk(matching.world).items({ step: 'enter', agreement: 'PK-XD', terms: 1 });
    expect((await asked).map(({ title }) => title).toSorted()).toEqual(ALL);
  });

  it('misses nothing of what is released, narrowed, withdrawn or withheld by law on the way', async () => {
    const { sharing, world } = matching;
    const law = new OverlayWork(world);
    await matching.signed('PK-XD');
    await sharing.released('Meanwhile');
    await matching.chunk();
    await sharing.narrow(ids.get('Four')!);
    await sharing.withdraw(ids.get('Five')!);
    await matching.chunk();
    const { number } = await law.record([WITHHELD_ABROAD]);
    await matching.chunk();
    await matching.enter('PK-XD');
    expect(await matching.seen()).toEqual([]);
    await law.record([]);
    await law.confirm(number + 1);
    expect(await matching.seen()).toEqual(['Meanwhile', 'One', 'Three', 'Two']);
    expect(await matching.missing()).toBe(0);
  });

  it('is held back by a stop on the way, and comes when that is over', async () => {
    await matching.signed('PK-XD');
    await matching.enter('PK-XD');
    await matching.signed('PK-XD-2');
    const stop = await matching.sharing.stop('dunmere');
    await matching.chunk();
    await matching.enter('PK-XD-2');
    expect(await matching.seen()).toEqual([]);
    await matching.sharing.resume(stop);
    expect(await matching.seen()).toEqual(ALL);
  });

  it('is never seen under terms that end before they are in force, whatever is matched', async () => {
    await matching.signed('PK-XD');
    await matching.sharing.end('PK-XD');
    await match(matching.world);
    expect(await matching.seen()).toEqual([]);
    expect((await matching.sharing.pull('dunmere')).told).toEqual([]);
  });

  it('is matched once by two at once', async () => {
    await matching.signed('PK-XD');
    const both = Promise.all([match(matching.world), match(matching.world)]);
    const done = (await both).flat();
    expect(done.map(({ made, versions }) => [made, versions])).toContainEqual([5, 5]);
    expect(await matching.missing()).toBe(0);
  });

  it('and an entry into force wait for each other', async () => {
    const { world } = matching;
    await matching.signed('PK-XD');
    const running: Promise<unknown>[] = [];
    await holding(world, `originator:${world.organizations.pkcert}`, async () => {
      running.push(match(world));
      await untilWaiting(world, 1);
      running.push(matching.enter('PK-XD'));
      await untilWaiting(world, 2);
    });
    await Promise.all(running);
    expect(await matching.seen()).toEqual(ALL);
  });

  it('is matched by the job; a matching that fails keeps what it has, is logged and holds up no other', async () => {
    const { world } = matching;
    for (const reference of ['PK-XD', 'PK-XD-2', 'PK-XD-3']) await matching.signed(reference);
    const [{ id }] = await world.owner.query<[{ id: string }]>(
      'SELECT id FROM entitlement_matching ORDER BY id LIMIT 1',
    );
    const left = async () => (await match(world, { dryRun: true })).map((one) => [one.id, one.versions]);
    await world.owner.query(`CREATE TRIGGER fails BEFORE UPDATE ON entitlement_matching FOR EACH ROW
      WHEN (NEW.id = '${id}') EXECUTE FUNCTION app.refuse_change()`);
    await world.owner.query('DELETE FROM jobs.schedule');
    await world.app.get(Jobs).start({ polling: 0.5 });
    logged.length = 0;
    await runJob(world, 'match-entitlements');
    expect(await left()).toEqual([[id, 1]]);
    const lines = logged.map((line) => JSON.parse(line) as { level: string; matching?: string });
    expect(lines.filter((line) => line.matching)).toMatchObject([{ level: 'error', matching: id }]);
    await world.owner.query('DROP TRIGGER fails ON entitlement_matching');
    await runJob(world, 'match-entitlements');
    expect(await left()).toEqual([]);
    expect(await matching.missing()).toBe(0);
  });

  it('is matched with the signature where one chunk is enough', async () => {
    const { world } = matching;
    await chunksOf(5, world);
    await matching.signed('PK-XD');
    expect((await matching.told('PK-XD')).matching).toMatchObject({ of: 5, done: 5 });
    expect(await match(world)).toEqual([]);
  });

  it.each([1, 4])('reaches a constituent to whom it was passed on when %i were matched', async (matched) => {
    const passing = await Passing.in(matching.world);
    for (const title of TITLES) await passing.released(title);
    await passing.signed('CN-PK-2', { reach_back: 'all' });
    for (let n = 1; n < matched; n++) await matching.chunk();
    await passing.passedOn('Three', 'energy');
    await match(matching.world);
    await expected(
      201,
      matching.world.as('cncert-liaison').post('/api/v1/agreements/CN-PK/end').send({ reason: 'Another.' }),
    );
    await passing.enter('CN-PK-2');
    matching.world.clock.advance(1000);
    expect([...(await passing.listed('energy')).keys()]).toEqual(['Three']);
    await matching.seen();
    expect(await matching.missing(matching.world.organizations.cncert)).toBe(0);
  });
});

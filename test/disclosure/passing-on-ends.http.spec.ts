import type { Response } from 'supertest';
import { houseLog, type World } from '../cast';
import { holding, untilWaiting, withTableHeld } from '../cast/held-lock';
import { Passing, PASSING_ON } from './passing-world';
import { expected } from './sharing-world';

const REQUESTS = '/api/v1/information-requests';
const ASKED = [{ type: 'best_practice', tlp_ceiling: 'GREEN' }];

let passing: Passing;
let world: World;
beforeEach(async () => {
  passing = await Passing.start();
  ({ world } = passing);
  await passing.released('Passed on');
});
afterEach(() => world.close());

const suspend = async () => {
  const path = '/api/v1/agreements/CN-PK/suspensions';
  const liaison = world.as('cncert-liaison');
  const { pauses } = (await expected(201, liaison.post(path).send({ reason: 'Of a test.' }))) as {
    pauses: { id: string; kind: string; open: boolean }[];
  };
  world.clock.advance(1000);
  return pauses.find(({ kind, open }) => kind === 'suspension' && open)!.id;
};
const stop = () =>
  world.as('cncert-duty-officer').post('/api/v1/stops').send({ to: 'pkcert', reason: 'Of a test.' });
const resume = async (pause: string) => {
  const path = `/api/v1/pauses/${pause}/resumption`;
  await expected(201, world.as('cncert-duty-officer').post(path).send({ reason: 'Over.' }));
  await expected(201, world.as('cncert-liaison').post(`${path}/confirmation`).send({}));
  world.clock.advance(1000);
};
const statusAt = async (team: 'banking' | 'pkcert', id: string) =>
  (await world.withKey(team).get(`/api/v1/advisories/${id}`)).status;

describe('passing on ends', () => {
  it('at once for the constituent alone, and begins again when it is passed on again', async () => {
    const [id] = await passing.passedOn('Passed on', 'banking');
    const { next } = await passing.pull('banking');
    const there = await passing.idAt('banking', 'Passed on');
    await passing.end(id!);
    expect([await statusAt('banking', there), (await passing.listed('banking')).size]).toEqual([404, 0]);
    expect([...(await passing.listed('pkcert')).keys()]).toEqual(['Passed on']);
    const removed = await passing.pull('banking', next);
    expect(removed.told).toEqual(['no_longer_shared']);
    const again = await world.as('pkcert-releaser').post(`${PASSING_ON}/${id}/end`).send({});
    expect([again.status, (again.body as { type: string }).type]).toEqual([
      409,
      '/problems/passing-on/ended',
    ]);
    await passing.passedOn('Passed on', 'banking');
    expect((await passing.pull('banking', removed.next)).told).toEqual(['added Passed on']);
    expect(await passing.idAt('banking', 'Passed on')).toBe(there);
  });

  it('without a word of what was never read', async () => {
    const [id] = await passing.passedOn('Passed on', 'banking');
    await passing.end(id!);
    expect((await passing.pull('banking')).told).toEqual([]);
  });

  it.each(['suspension', 'stop', 'end'])(
    'with a %s of the agreement for both at once, and the constituent is told nothing of it',
    async (how) => {
      await passing.passedOn('Passed on', 'banking');
      const [own, parents] = [await passing.pull('banking'), await passing.pull('pkcert')];
      const there = await passing.idAt('banking', 'Passed on');
      const here = await passing.idAt('pkcert', 'Passed on');
      let pause: string | undefined;
      if (how === 'suspension') pause = await suspend();
      if (how === 'stop') ({ id: pause } = (await expected(201, stop())) as { id: string });
      if (how === 'end')
        await expected(
          201,
          world.as('cncert-liaison').post('/api/v1/agreements/CN-PK/end').send({ reason: 'Of a test.' }),
        );
      expect([await statusAt('banking', there), await statusAt('pkcert', here)]).toEqual([404, 404]);
      expect((await passing.pull('pkcert', parents.next)).told).toHaveLength(1);
      const paused = await passing.pull('banking', own.next);
      expect(paused.told).toEqual([]);
      // From the beginning, too: as if there had never been anything.
      expect((await passing.pull('banking')).told).toEqual([]);
      const me = await world.withKey('banking').get('/api/v1/me');
      expect(me.text).not.toMatch(/CN-PK|cncert|paused/);
      if (!pause) return;
      expect((await world.as('banking-analyst').get(`/api/v1/pauses/${pause}`)).status).toBe(404);
      await passing.released('Meanwhile');
      await resume(pause);
      expect(await statusAt('banking', there)).toBe(200);
      expect((await passing.pull('banking', paused.next)).told).toEqual([]);
    },
  );

  it('while the agreement is suspended, too, and is told once it is resumed', async () => {
    const [id] = await passing.passedOn('Passed on', 'banking');
    const { next } = await passing.pull('banking');
    const pause = await suspend();
    await passing.end(id!);
    expect((await passing.pull('banking', next)).told).toEqual([]);
    await resume(pause);
    expect((await passing.pull('banking', next)).told).toEqual(['no_longer_shared']);
  });

  it('where a new version is marked narrower than the terms let reach the constituent', async () => {
    await passing.passedOn('Passed on', 'banking', 'energy');
    const [banking, energy] = [await passing.pull('banking'), await passing.pull('energy')];
    const own = await passing.idAt('cncert', 'Passed on').catch(() => undefined);
    expect(own).toBeUndefined();
    const { items } = (await world.as('cncert-liaison').get('/api/v1/advisories?scope=own')).body as {
      items: { id: string }[];
    };
    const path = `/api/v1/advisories/${items[0]!.id}`;
    const change = { base: 1, handling: { tlp: 'AMBER' } };
    await expected(201, world.as('cncert-liaison').post(`${path}/versions`).send(change));
    await passing.release(items[0]!.id, 2);
    expect((await passing.pull('banking', banking.next)).told).toEqual(['updated Passed on']);
    expect((await passing.pull('energy', energy.next)).told).toEqual(['no_longer_shared']);
  });
});

describe('at the same time', () => {
  const whileServing = async (narrow: () => PromiseLike<Response>) => {
    await passing.passedOn('Passed on', 'banking');
    let pull: Promise<{ items: unknown[] }> | undefined;
    let narrowed: Promise<{ recorded_at?: string }> | undefined;
    await holding(world, `feed:${world.organizations.banking}`, async () => {
      pull = Promise.resolve(
        expected(200, world.withKey('banking').get('/api/v1/feed')) as Promise<{ items: unknown[] }>,
      );
      await untilWaiting(world, 1);
      narrowed = Promise.resolve(expected(201, narrow()) as Promise<{ recorded_at?: string }>);
      await untilWaiting(world, 2);
    });
    expect((await pull)?.items).toHaveLength(1);
    await narrowed;
    world.clock.advance(1000);
    expect((await passing.listed('banking')).size).toBe(0);
  };

  it('a stop of the originator waits for the pull of the constituent under way', async () => {
    await whileServing(stop);
  });

  it('the end of the passing-on waits for it as well', async () => {
    let id = '';
    const list = () => world.as('pkcert-releaser').get(PASSING_ON);
    await whileServing(async () => {
      const { items } = (await list()).body as { items: { id: string }[] };
      id = items[0]!.id;
      return world.as('pkcert-releaser').post(`${PASSING_ON}/${id}/end`).send({});
    });
    const { items } = (await list()).body as { items: { id: string; ended_at: string | null }[] };
    expect(items).toMatchObject([{ id, ended_at: expect.any(String) as string }]);
  });

  it('the end of a request is not overtaken by a passing-on of what it was answered with: nothing is served after it', async () => {
    await passing.inForce('CN-PK-ASK', { need: 'on_request', reach_back: 'all', information_types: ASKED });
    const own = await passing.released('On request', { information_type: 'best_practice' });
    const open_until = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
    const asked = world
      .as('pkcert-liaison')
      .post(REQUESTS)
      .send({ to: 'cncert', subject: 'Please', open_until });
    const path = `${REQUESTS}/${((await expected(201, asked)) as { id: string }).id}`;
    await expected(201, world.as('cncert-duty-officer').post(`${path}/answers`).send({ item: own }));
    world.clock.advance(1000);
    const item = await passing.idAt('pkcert', 'On request');
    const running: Promise<unknown>[] = [];
    let pulled: Promise<Response> | undefined;
    // The end has all its locks and is not written yet, when the passing-on that came before it is.
    await withTableHeld(world, 'information_request_end', async () => {
      await holding(world, `originator:${world.organizations.cncert}`, async () => {
        running.push(Promise.resolve(expected(200, passing.post({ item, to: ['banking'] }))));
        await untilWaiting(world, 1);
        running.push(
          Promise.resolve(expected(201, world.as('pkcert-liaison').post(`${path}/closing`).send({}))),
        );
        await untilWaiting(world, 2);
      });
      await running[0];
      pulled = Promise.resolve(world.withKey('banking').get('/api/v1/feed'));
      const first = await Promise.race([untilWaiting(world, 1), pulled]);
      expect(first?.body).toBeUndefined();
    });
    await running[1];
    expect((await pulled)?.body).toMatchObject({ items: [] });
  });

  it('a withdrawal and a passing-on do not miss each other', async () => {
    const item = await passing.idAt('pkcert', 'Passed on');
    const { items } = (await world.as('cncert-liaison').get('/api/v1/advisories?scope=own')).body as {
      items: { id: string }[];
    };
    const path = `/api/v1/advisories/${items[0]!.id}/withdrawal`;
    const running: Promise<Response>[] = [];
    await holding(world, `originator:${world.organizations.cncert}`, async () => {
      running.push(
        Promise.resolve(world.as('cncert-duty-officer').post(path).send({ reason: 'It was wrong.' })),
      );
      await untilWaiting(world, 1);
      running.push(Promise.resolve(passing.post({ item, to: ['banking'] })));
      await untilWaiting(world, 2);
    });
    const [withdrawn, passed] = await Promise.all(running);
    expect([withdrawn!.status, passed!.status]).toEqual([201, 404]);
    expect((await passing.pull('banking')).told).toEqual([]);
  });
});

it('is in the parent’s house log, with what the constituent was disclosed, and in nobody else’s', async () => {
  const [id] = await passing.passedOn('Passed on', 'banking');
  await passing.pull('banking');
  await passing.end(id!);
  const item = await passing.idAt('pkcert', 'Passed on');
  const entries = (await houseLog(world, 'pkcert')).filter(({ kind }) =>
    /pass|disclosure|transfer/.test(kind),
  );
  expect(entries.map(({ kind }) => kind)).toEqual([
    'passed-on',
    'disclosure',
    'transfer',
    'passing-on-ended',
  ]);
  expect(entries.map(({ shared }) => shared)).toMatchObject([
    { item, to: [{ constituent: 'banking', passing_on: id }], agreement: 'CN-PK', clause: 'Art. 4' },
    { team: 'banking', owner: 'cncert', agreement: 'CN-PK' },
    { team: 'banking' },
    { item, passing_on: id, constituent: 'banking' },
  ]);
  const others = await Promise.all((['cncert', 'banking'] as const).map((one) => houseLog(world, one)));
  expect(others.flat().filter(({ kind }) => /pass|disclosure|transfer/.test(kind))).toEqual([]);
});

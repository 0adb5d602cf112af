import { Logger } from '@nestjs/common';
import type { World } from '../cast';
import { expected, type Sharing } from './sharing-world';
import { PARTS, part, PartsWorld, WIDE } from './parts-world';
import { rebuild, weighedAnew } from './rebuilding';

const DAY = 86_400_000;
const SEEN = PARTS[0]!.title;
const NARROW = { [SEEN]: PARTS[0]!.text };
const HIT = { ...NARROW, 'Who was hit': PARTS[1]!.text };
const TWO = PARTS.slice(0, 2);

let parts: PartsWorld;
let sharing: Sharing;
let world: World;
beforeEach(async () => {
  parts = await PartsWorld.start();
  ({ sharing, world } = parts);
  faults.mockClear();
});
// A row that is listed and holds more than is let go is a fault of ours, and is logged as one.
const faults = jest.spyOn(Logger.prototype, 'error');
afterEach(async () => {
  await world.close();
  expect(faults).not.toHaveBeenCalled();
});

const told = async (title = 'Item') => {
  const read = await parts.read('cncert', title);
  return (
    read && {
      version: read.version,
      parts: Object.fromEntries(read.parts.map((one) => [one.title, one.text])),
    }
  );
};

/** The next terms, up to their entry into force at an instant. */
async function amendFrom(reference: string, number: number, change: object, from: Date): Promise<void> {
  const [pk, cn] = [world.as('pkcert-liaison'), world.as('cncert-liaison')];
  const grant = {
    ...{
      from: 'pkcert',
      to: 'cncert',
      clause: 'Art. 1',
      categories: 'any',
      sectors: 'any',
      reach_back: 'none',
    },
    information_types: [{ type: 'threat_report', tlp_ceiling: 'GREEN' }],
  };
  const body = { grants: [{ ...grant, ...change }] };
  await expected(201, pk.post(`/api/v1/agreements/${reference}/terms`).send(body));
  const path = `/api/v1/agreements/${reference}/terms/${number}`;
  await expected(201, pk.post(`${path}/submission`).send({}));
  await expected(201, pk.post(`${path}/signatures`).send({}));
  await expected(201, cn.post(`${path}/signatures`).send({}));
  const effective = { effective_at: from.toISOString() };
  await expected(201, pk.post(`${path}/entry-into-force`).send(effective));
}

test('terms that widen are told as updated at the instant at which they are in force, and not before', async () => {
  await sharing.inForce('cncert', 'PK-CN-1');
  await parts.released('Item', TWO);
  const first = await sharing.pull('cncert');
  expect([first.told, await told()]).toEqual([['added Item'], { version: 1, parts: NARROW }]);
  const id = (await parts.read('cncert', 'Item'))!.id;
  const from = new Date(world.clock.now().getTime() + DAY);
  await amendFrom('PK-CN-1', 2, { victim_identity: 'full' }, from);
  world.clock.set(new Date(from.getTime() - 1).toISOString());
  const before = await sharing.pull('cncert', first.next, 0);
  expect(before.told).toEqual([]);
  world.clock.set(from.toISOString());
  const after = await sharing.pull('cncert', before.next, 0);
  expect(after.told).toEqual(['updated Item']);
  expect(await told()).toEqual({ version: 2, parts: HIT });
  expect((await parts.read('cncert', 'Item'))!.id).toBe(id);
  // Nothing is told twice.
  expect((await sharing.pull('cncert', after.next)).told).toEqual([]);
});

test('what was there before comes back as a version of its own, so that numbers go upwards', async () => {
  await sharing.inForce('cncert', 'PK-CN-2');
  await parts.released('Item', TWO);
  let { next } = await sharing.pull('cncert');
  await sharing.amend('cncert', 'PK-CN-2', 2, { victim_identity: 'full' });
  const wide = await sharing.pull('cncert', next);
  await sharing.amend('cncert', 'PK-CN-2', 3, {});
  const narrow = await sharing.pull('cncert', wide.next);
  ({ next } = narrow);
  expect([wide.told, narrow.told]).toEqual([['updated Item'], ['updated Item']]);
  expect(await told()).toEqual({ version: 3, parts: NARROW });
  expect((await sharing.pull('cncert', next)).told).toEqual([]);
});

test('of two agreements the stricter holds; a pause of it changes no variant, its end does', async () => {
  await sharing.inForce('cncert', 'PK-CN-3', WIDE);
  await sharing.inForce('cncert', 'PK-CN-4');
  await parts.released('Item', TWO);
  const first = await sharing.pull('cncert');
  expect(first.told).toEqual(['added Item']);
  expect(await told()).toEqual({ version: 1, parts: NARROW });
  await sharing.suspend('PK-CN-4');
  const paused = await sharing.pull('cncert', first.next);
  expect(paused.told).toEqual(['notice sharing-paused']);
  expect(await told()).toEqual({ version: 1, parts: NARROW });
  await sharing.end('PK-CN-4');
  const ended = await sharing.pull('cncert', paused.next);
  expect(ended.told.sort()).toEqual(['notice agreement-ended', 'updated Item']);
  expect(await told()).toEqual({ version: 2, parts: HIT });
});

test('terms that run out let the others hold from that instant on', async () => {
  const expires = new Date(world.clock.now().getTime() + DAY);
  await sharing.inForce('cncert', 'PK-CN-5', WIDE);
  await sharing.inForce('cncert', 'PK-CN-6', {}, { expires_at: expires.toISOString() });
  await parts.released('Item', TWO);
  const first = await sharing.pull('cncert');
  expect(await told()).toEqual({ version: 1, parts: NARROW });
  world.clock.set(expires.toISOString());
  const after = await sharing.pull('cncert', first.next, 0);
  expect(after.told.sort()).toEqual(['notice agreement-ended', 'updated Item']);
  expect(await told()).toEqual({ version: 2, parts: HIT });
});

test('what changes while sharing is paused is told once it resumes', async () => {
  await sharing.inForce('cncert', 'PK-CN-7');
  await parts.released('Item', TWO);
  const first = await sharing.pull('cncert');
  const pause = await sharing.suspend('PK-CN-7');
  await sharing.amend('cncert', 'PK-CN-7', 2, { victim_identity: 'pseudonym' });
  const paused = await sharing.pull('cncert', first.next);
  expect(paused.told).toEqual(['notice sharing-paused']);
  expect(await told()).toBeUndefined();
  await sharing.resume(pause);
  const resumed = await sharing.pull('cncert', paused.next);
  expect(resumed.told.sort()).toEqual(['notice sharing-resumed', 'updated Item']);
  expect(await told()).toEqual({
    version: 2,
    parts: { ...NARROW, 'Who was hit': expect.stringMatching(/^Pseudonym /) as string },
  });
});

test('a further agreement that is stricter narrows from its entry into force on', async () => {
  await sharing.inForce('cncert', 'PK-CN-8', WIDE);
  await parts.released('Item', TWO);
  const first = await sharing.pull('cncert');
  expect(await told()).toEqual({ version: 1, parts: HIT });
  await sharing.inForce('cncert', 'PK-CN-9', { reach_back: 'all' });
  const after = await sharing.pull('cncert', first.next);
  expect(after.told).toEqual(['updated Item']);
  expect(await told()).toEqual({ version: 2, parts: NARROW });
});

test('what was never read is told once, as it is now; items without parts are not told again', async () => {
  await sharing.inForce('cncert', 'PK-CN-10');
  await parts.released('Item', TWO);
  await sharing.released('Without parts');
  const first = await sharing.pull('cncert', undefined, 0);
  expect(first.told).toEqual(['added Item', 'added Without parts']);
  await parts.released('Unread', [...TWO, part('More', 'More.')]);
  await sharing.amend('cncert', 'PK-CN-10', 2, { victim_identity: 'full' });
  const after = await sharing.pull('cncert', first.next);
  expect(after.told.sort()).toEqual(['added Unread', 'updated Item']);
  expect((await told('Unread'))!.parts).toEqual({ ...HIT, More: 'More.' });
});

test('a rebuild looks again at what a team has of parts, whatever it gained or lost', async () => {
  await sharing.inForce('cncert', 'PK-CN-11', WIDE);
  await sharing.inForce('cncert', 'PK-CN-12');
  const own = await parts.released('Item', TWO);
  const first = await sharing.pull('cncert');
  expect(await told()).toEqual({ version: 1, parts: NARROW });
  // By the rules of now, the narrower agreement admits it no more.
  await weighedAnew(world, own, 'AMBER');
  await rebuild(world);
  expect((await sharing.pull('cncert', first.next)).told).toEqual(['updated Item']);
  expect(await told()).toEqual({ version: 2, parts: HIT });
});

import { addedToHouseLog, type World } from '../cast';
import { expected, Sharing } from '../disclosure/sharing-world';
import { Desk } from './asking';

const CITED = { basis: 'grant', agreement: 'PK-CN', terms_version: 1, clause: 'Art. 1' };

let sharing: Sharing;
let world: World;
let desk: Desk;
let item: string;
let draft: string;
beforeAll(async () => {
  sharing = await Sharing.start();
  ({ world } = sharing);
  desk = new Desk(world);
  const change = { channels: ['voice', 'portal'], obligations: { permitted_purposes: ['statistics'] } };
  await sharing.inForce('cncert', 'PK-CN', change);
  await sharing.inForce('corvia', 'PK-XC');
  await sharing.inForce('dunmere', 'PK-XD', { categories: ['vulnerable'] });
  item = await sharing.released('Asked about');
  draft = await sharing.draft('A draft');
});
afterAll(() => world.close());

const verdict = async (how: object) => {
  const { released, bases } = await desk.explain(item, 'cncert', undefined, how);
  const rule = bases.at(-1)!.verdicts.find((one) => one.rule === 'D-12')!;
  return { released, verdict: rule.verdict, name: rule.name, compared: rule.compared };
};

test('a question about no channel says that the rule is not applicable', async () => {
  expect(await verdict({})).toEqual({
    released: true,
    verdict: 'not-applicable',
    name: 'channel and purpose',
    compared: {},
  });
});

test('a question about a channel or a purpose is weighed by it, with the clause', async () => {
  const channels = ['portal', 'voice'];
  expect(await verdict({ channel: 'rest' })).toMatchObject({
    released: false,
    verdict: 'forbids',
    compared: { channel: 'rest', channels, clause: 'Art. 1' },
  });
  expect(await verdict({ channel: 'voice' })).toMatchObject({ released: true, verdict: 'passes' });
  expect(await verdict({ purpose: 'research' })).toMatchObject({
    released: false,
    verdict: 'forbids',
    compared: { purpose: 'research', permitted_purposes: ['statistics'], clause: 'Art. 1' },
  });
  expect(await verdict({ channel: 'portal', purpose: 'statistics' })).toMatchObject({ released: true });
});

test('replay asks the same of a past instant', async () => {
  const at = world.clock.now().toISOString();
  const replayed = async (how: object) => (await desk.replay(item, 'cncert', at, undefined, how)).released;
  expect([
    await replayed({}),
    await replayed({ channel: 'rest' }),
    await replayed({ channel: 'voice' }),
  ]).toEqual([true, false, true]);
});

test('what was asked is written down', async () => {
  const how = { channel: 'voice', purpose: 'statistics' };
  const added = await addedToHouseLog(world, 'pkcert', () => desk.explain(item, 'cncert', undefined, how));
  expect(added).toMatchObject([{ shared: { question: 'explain', ...how } }]);
  const without = await addedToHouseLog(world, 'pkcert', () => desk.explain(item, 'cncert'));
  expect(without[0]!.shared).not.toHaveProperty('channel');
});

test('a disclosure is replayed as it was asked for then', async () => {
  world.clock.advance(1000);
  await expected(200, world.withKey('corvia').get('/api/v1/feed?purpose=research'));
  const { recorded, differences } = await desk.replay(item, 'corvia', world.clock.now().toISOString());
  expect([recorded?.channel, recorded?.purpose, differences]).toEqual(['rest', 'research', []]);
});

test('preview says by which channels each team would get it', async () => {
  const { everybody, items } = await desk.preview(draft);
  expect(everybody.channels).toEqual([]);
  expect(items.map(({ team, released, cited, channels }) => [team, released, cited, channels])).toEqual([
    ['cncert', true, CITED, ['portal', 'voice']],
    ['corvia', true, { ...CITED, agreement: 'PK-XC' }, 'any'],
    ['dunmere', false, null, []],
  ]);
});

test('a what-if and a dry run are about no channel', async () => {
  const releaser = world.as('pkcert-releaser');
  const path = `/api/v1/advisories/${draft}/release?dry_run=true`;
  const { teams } = (await expected(200, releaser.post(path).send({ version: 1 }))) as {
    teams: { team: string; gets: { count: number } }[];
  };
  expect(teams.filter(({ gets }) => gets.count > 0).map(({ team }) => team)).toEqual(['cncert', 'corvia']);
  const query = { step: 'end', agreement: 'PK-CN' };
  const ended = await expected(200, world.as('pkcert-liaison').get('/api/v1/decisions/what-if').query(query));
  expect(JSON.stringify(ended)).toContain('"loses":1');
});

import { everyone, isTurnOf, type World } from '../../cast';
import { CASE, plain, sharedWorld, TITLES, titlesFor } from '../shared-world';

interface Given {
  reference: string;
  title: string;
  path: string;
  team: string;
}
let world: World;
/** Every reference that there is, with whose it is. */
let given: Given[];
const ABSENT = 'PK-0000-0000-0';

beforeAll(async () => {
  ({ world } = await sharedWorld());
  for (const { ask } of everyone) await ask(world).get('/api/v1/feed');
  given = await world.owner.query(
    `SELECT r.reference, v.title, o.handle AS team,
       CASE i.kind WHEN 'advisory' THEN 'advisories' ELSE 'incidents' END AS path
     FROM item_reference r JOIN item i ON i.id = r.item_id JOIN item_version v ON v.item_id = i.id AND v.number = 1
     JOIN organization o ON o.id = r.team_id`,
  );
});
afterAll(() => world.close());

test('each item has a reference for its owner and another for each variant, all different', () => {
  expect(given.filter(({ team }) => team === 'pkcert')).toHaveLength(TITLES.length);
  expect(given.length).toBeGreaterThan(TITLES.length + 5);
  expect(new Set(given.map(({ reference }) => reference)).size).toBe(given.length);
});

describe.each(everyone)('$name', (asker) => {
  const { organization, person, ask } = asker;
  const titles = titlesFor(organization);
  const own = organization === 'pkcert' && person !== undefined;
  /** The references by which this asker reads something. */
  const mine = ({ team, title }: Given) =>
    own || (titles.includes(title as never) && team === organization) || team === 'public';

  /** All that it reads, and its part of the others: between them, an organization's people and systems ask for all. */
  const asked = () => given.filter((one, nth) => mine(one) || isTurnOf(asker, nth));

  test('finds by words, labels and times nothing but what is for the organization', async () => {
    const found = async (query: string) => {
      const lists = await Promise.all(
        ['advisories', 'incidents'].map((kind) => ask(world).get(`/api/v1/${kind}?${query}`)),
      );
      return lists
        .flatMap(({ body }) => (body.items as { title: string }[]).map(({ title }) => title))
        .sort();
    };
    for (const title of TITLES.filter((one, nth) => titles.includes(one) || isTurnOf(asker, nth))) {
      const words = new Set(title.toLowerCase().split(' '));
      const expected = titles.filter((other) =>
        [...words].every((word) => other.toLowerCase().split(' ').includes(word)),
      );
      expect([title, await found(`text=${encodeURIComponent(title)}`)]).toEqual([title, expected]);
    }
    const all = ['originator=pkcert', 'released_to_you_from=2000-01-01T00:00:00Z', 'sort=released_to_you'];
    for (const query of all) expect([query, await found(query)]).toEqual([query, titles]);
    const amber = titles.filter((title) => title === 'AMBER for partners');
    expect(await found('tlp=AMBER')).toEqual(amber);
  });

  test('reads by a reference what is for the organization; any other is answered like one that was never given', async () => {
    const never = plain(await ask(world).get('/api/v1/advisories/PK-7QX4-M2F9-3'));
    for (const one of given) {
      const answer = plain(await ask(world).get(`/api/v1/${one.path}/${one.reference.toLowerCase()}`));
      if (mine(one)) expect([one, answer.status]).toEqual([one, 200]);
      else expect({ ...one, ...answer }).toEqual({ ...one, ...never });
    }
  });

  test('finds by a reference in a filter what has it for the organization', async () => {
    for (const one of asked().filter(({ title }) => title !== CASE)) {
      const { body } = await ask(world).get(`/api/v1/advisories?reference=${one.reference}`);
      const shown =
        one.team === 'public'
          ? organization !== 'pkcert'
          : one.team === organization && organization !== 'pkcert';
      expect([one, body.items.map(({ reference }: Given) => reference)]).toEqual([
        one,
        shown ? [one.reference] : [],
      ]);
    }
  });

  test('is told of a mistyped reference only that it is mistyped', async () => {
    const told = new Set<string>();
    for (const { reference, path } of given.slice(0, 4)) {
      const typed = reference.slice(0, -1) + (reference.endsWith('7') ? '8' : '7');
      const { status, text } = await ask(world).get(`/api/v1/${path}/${typed}`);
      told.add(`${status} ${text}`);
    }
    expect([...told]).toEqual([expect.stringMatching(/^422 .*check-character/)]);
    expect((await ask(world).get(`/api/v1/advisories/${ABSENT}`)).status).toBe(422);
  });
});

test('an owner changes, releases and withdraws by its reference, as by the id', async () => {
  const analyst = world.as('pkcert-analyst');
  const handling = {
    tlp: 'GREEN',
    information_type: 'threat_report',
    categories: ['fraud/phishing'],
    sectors: ['energy'],
  };
  const made = (
    await analyst.post('/api/v1/advisories').send({ title: 'By telephone', summary: 'Said.', handling })
  ).body as {
    id: string;
    reference: string;
  };
  const path = `/api/v1/advisories/${made.reference.replaceAll('-', '').toLowerCase()}`;
  const read = await analyst.get(path);
  expect([read.body.id, read.headers.etag]).toEqual([
    made.id,
    (await analyst.get(`/api/v1/advisories/${made.id}`)).headers.etag,
  ]);
  const change = (tag: string) =>
    analyst.post(`${path}/versions`).set('If-Match', tag).send({ base: 1, summary: 'Said twice.' });
  expect((await change('"another"')).status).toBe(412);
  expect((await change(read.headers.etag!)).status).toBe(201);
  const releaser = world.as('pkcert-releaser');
  expect((await releaser.post(`${path}/release`).send({ version: 2 })).status).toBe(201);
  expect((await releaser.post(`${path}/withdrawal`).send({ reason: 'Of a test.' })).body).toMatchObject({
    id: made.id,
  });
  expect(
    (await world.as('cncert-liaison').post(`${path}/withdrawal`).send({ reason: 'Of a test.' })).status,
  ).toBe(403);
});

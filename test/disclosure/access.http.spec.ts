import { type Asker, everyone, isTurnOf, type World } from '../cast';
import { CASE, FOR, plain, sharedWorld, TITLES, type Title, titlesFor } from './shared-world';

interface Shown {
  id: string;
  title: Title;
  documents: { projection: string; href: string }[];
}
interface Event {
  event: string;
  item?: Shown;
}
/** A short reference, with what has it and whose it is. */
interface Given {
  reference: string;
  title: string;
  path: string;
  team: string;
}
const ABSENT = '0b9e4c1a-0000-4000-8000-000000000000';
const MISTYPED = 'PK-0000-0000-0';

let world: World;
/** The paths of all documents that somebody is offered, with the organizations that are offered them. */
const paths = new Map<string, { title: Title; offered: Set<string> }>();
/** PKCERT's own ids of everything, which are nobody else's. */
let own: { id: string; kind: string }[];
let references: Given[];

beforeAll(async () => {
  ({ world } = await sharedWorld());
  for (const { organization, ask } of everyone) {
    const { body } = (await ask(world).get('/api/v1/feed')) as { body: { items: Event[] } };
    for (const { item } of body.items)
      for (const { href } of item?.documents ?? []) {
        const known = paths.get(href) ?? { title: item!.title, offered: new Set() };
        paths.set(href, { ...known, offered: known.offered.add(organization) });
      }
  }
  own = await world.owner.query(
    `SELECT id, CASE kind WHEN 'advisory' THEN 'advisories' ELSE 'incidents' END AS kind FROM item`,
  );
  references = await world.owner.query(
    `SELECT r.reference, v.title, o.handle AS team,
       CASE i.kind WHEN 'advisory' THEN 'advisories' ELSE 'incidents' END AS path
     FROM item_reference r JOIN item i ON i.id = r.item_id JOIN item_version v ON v.item_id = i.id AND v.number = 1
     JOIN organization o ON o.id = r.team_id`,
  );
});
afterAll(() => world.close());

test('the world has something to withhold: each item, with all its documents', () => {
  const offered = new Set([...paths.values()].map(({ title }) => title));
  expect([...offered].sort()).toEqual(
    TITLES.filter((title) =>
      everyone.some(({ organization }) => titlesFor(organization).includes(title)),
    ).sort(),
  );
  expect(own).toHaveLength(TITLES.length);
});

test('each item has a reference for its owner and another for each variant, all different', () => {
  expect(references.filter(({ team }) => team === 'pkcert')).toHaveLength(TITLES.length);
  expect(references.length).toBeGreaterThan(TITLES.length + 5);
  expect(new Set(references.map(({ reference }) => reference)).size).toBe(references.length);
});

/** What everybody may read has one identifier for all, its owner's people included; anything else one for each team. */
const mayRead = ({ organization }: Asker, { title, offered }: { title: Title; offered: Set<string> }) =>
  FOR[title] === 'everybody' || offered.has(organization);

describe.each(everyone)('$name', (asker) => {
  const { organization } = asker;
  const titles = titlesFor(organization);
  const get = (path: string) => asker.ask(world).get(path);

  test('pulls exactly what is for the organization', async () => {
    const { status, body } = (await get('/api/v1/feed')) as { status: number; body: { items: Event[] } };
    expect(status).toBe(200);
    expect(body.items.map(({ event, item }) => `${event} ${item?.title}`).sort()).toEqual(
      titles.map((title) => `added ${title}`),
    );
  });

  test('lists the same, advisories and cases apart', async () => {
    const listed = async (kind: string) => {
      const { status, body } = (await get(`/api/v1/${kind}`)) as { status: number; body: { items: Shown[] } };
      expect(status).toBe(200);
      return body.items.map(({ title }) => title).sort();
    };
    expect(await listed('advisories')).toEqual(titles.filter((title) => title !== CASE));
    expect(await listed('incidents')).toEqual(titles.filter((title) => title === CASE));
  });

  test('reads each document that is offered to it; all else is answered as what never was', async () => {
    // A person of PKCERT's reads the own items by their own ids; its systems do not.
    const inside = organization === 'pkcert' && asker.person;
    const guesses = inside ? [] : own.map(({ id, kind }) => `/api/v1/${kind}/${id}`);
    const withheld = [...paths].filter(([, known]) => !mayRead(asker, known)).map(([path]) => path);
    const readable = [...paths.keys()].filter((path) => !withheld.includes(path));
    const asked = [...withheld, ...guesses].filter((_, n) => isTurnOf(asker, n));
    const never = plain(await get(`/api/v1/advisories/${ABSENT}`));
    expect(never.status).toBe(404);
    const answersTo = (asked: string[]) =>
      Promise.all(asked.map(async (path) => ({ path, ...plain(await get(path)) })));
    for (const { path, status } of await answersTo(readable)) expect([path, status]).toEqual([path, 200]);
    for (const answer of await answersTo(asked)) expect(answer).toEqual({ path: answer.path, ...never });
  });

  const owner = organization === 'pkcert' && asker.person !== undefined;
  /** The references by which this asker reads something. */
  const mine = ({ team, title }: Given) =>
    owner || (titles.includes(title as never) && team === organization) || team === 'public';

  /** All that it reads, and its part of the others: between them, an organization's people and systems ask for all. */
  const asked = () => references.filter((one, nth) => mine(one) || isTurnOf(asker, nth));

  test('finds by words, labels and times nothing but what is for the organization', async () => {
    const found = async (query: string) => {
      const lists = await Promise.all(
        ['advisories', 'incidents'].map((kind) => get(`/api/v1/${kind}?${query}`)),
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
    const never = plain(await get('/api/v1/advisories/PK-7QX4-M2F9-3'));
    for (const one of references) {
      const answer = plain(await get(`/api/v1/${one.path}/${one.reference.toLowerCase()}`));
      if (mine(one)) expect([one, answer.status]).toEqual([one, 200]);
      else expect({ ...one, ...answer }).toEqual({ ...one, ...never });
    }
  });

  test('finds by a reference in a filter what has it for the organization', async () => {
    for (const one of asked().filter(({ title }) => title !== CASE)) {
      const { body } = await get(`/api/v1/advisories?reference=${one.reference}`);
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
    for (const { reference, path } of references.slice(0, 4)) {
      const typed = reference.slice(0, -1) + (reference.endsWith('7') ? '8' : '7');
      const { status, text } = await get(`/api/v1/${path}/${typed}`);
      told.add(`${status} ${text}`);
    }
    expect([...told]).toEqual([expect.stringMatching(/^422 .*check-character/)]);
    expect((await get(`/api/v1/advisories/${MISTYPED}`)).status).toBe(422);
  });
});

const organizations = everyone.filter(({ person }) => person === undefined);

test.each(organizations)('a cursor is of use to nobody else: $name', async (asker) => {
  const { body } = (await asker.ask(world).get('/api/v1/feed?limit=1')) as { body: { next: string } };
  for (const other of organizations) {
    const { status } = await other.ask(world).get('/api/v1/feed').query({ cursor: body.next });
    expect([other.name, status]).toEqual([other.name, other === asker ? 200 : 400]);
  }
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

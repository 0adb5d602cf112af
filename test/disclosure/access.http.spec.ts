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
const ABSENT = '0b9e4c1a-0000-4000-8000-000000000000';

let world: World;
/** The paths of all documents that somebody is offered, with the organizations that are offered them. */
const paths = new Map<string, { title: Title; offered: Set<string> }>();
/** PKCERT's own ids of everything, which are nobody else's. */
let own: { id: string; kind: string }[];

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
});

const organizations = everyone.filter(({ person }) => person === undefined);

test.each(organizations)('a cursor is of use to nobody else: $name', async (asker) => {
  const { body } = (await asker.ask(world).get('/api/v1/feed?limit=1')) as { body: { next: string } };
  for (const other of organizations) {
    const { status } = await other.ask(world).get('/api/v1/feed').query({ cursor: body.next });
    expect([other.name, status]).toEqual([other.name, other === asker ? 200 : 400]);
  }
});

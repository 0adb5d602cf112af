import { everyone, expectedRefusal, type World } from '../cast';
import { advisoryWorld, Desk, DRAFT, PATH } from './advisory-world';

let world: World;
let desk: Desk;
/** A released advisory of PKCERT's for CNCERT/CC alone. */
let id: string;
/** The identifiers that it has for its readers, and for nobody else. */
let shared: Record<string, string>;
const AMBER = 'For CNCERT/CC alone';
const GREEN = 'For partners';
const PUBLIC = 'For everybody';

beforeAll(async () => {
  world = await advisoryWorld();
  desk = new Desk(world);
  const { handling } = DRAFT;
  id = await desk.draft({ title: AMBER, handling: { ...handling, tlp: 'AMBER' } });
  await desk.released(id, 1);
  await desk.released(await desk.draft({ title: GREEN }), 1);
  await desk.released(await desk.draft({ title: PUBLIC, handling: { ...handling, tlp: 'CLEAR' } }), 1, true);
  const amber = (await desk.list('cncert')).find(({ title }) => title === AMBER);
  const green = (await desk.list('corvia')).find(({ title }) => title === GREEN);
  const everybody = (await desk.list('public')).find(({ title }) => title === PUBLIC);
  shared = { [AMBER]: amber?.id ?? '', [GREEN]: green?.id ?? '', [PUBLIC]: everybody?.id ?? '' };
});
afterAll(() => world.close());

const mine = ({ organization }: { organization: string }) => organization === 'pkcert';

describe.each(everyone)('$name', (asker) => {
  test('is shown of others what an agreement lets through, or what is public', async () => {
    const { body } = await asker.ask(world).get(PATH);
    const titles = body.items.map(({ title }: { title: string }) => title).sort();
    const expected: Record<string, string[]> = {
      pkcert: [],
      cncert: [AMBER, PUBLIC, GREEN],
      corvia: [PUBLIC, GREEN],
    };
    expect(titles).toEqual(expected[asker.organization] ?? [PUBLIC]);
  });

  test('reads by id what the list offers, in every projection, and nothing else', async () => {
    const readers: Record<string, string[]> = {
      [AMBER]: ['cncert'],
      [GREEN]: ['corvia'],
      [PUBLIC]: [asker.organization],
    };
    const asked = Object.entries(shared).flatMap(([title, external]) =>
      ['', '/csaf'].map((projection) => ({ title, path: `${PATH}/${external}${projection}` })),
    );
    const answers = await Promise.all(
      asked.map(async ({ title, path }) => ({ title, status: (await asker.ask(world).get(path)).status })),
    );
    const may = (title: string) => readers[title]?.includes(asker.organization);
    expect(answers).toEqual(asked.map(({ title }) => ({ title, status: may(title) ? 200 : 404 })));
  });

  test('gets the same answer for what is withheld and what is absent', async () => {
    if (mine(asker)) return;
    const absent = await asker.ask(world).get(`${PATH}/${crypto.randomUUID()}`);
    for (const asked of [id, `${id}/csaf`, ...(asker.organization === 'cncert' ? [] : [shared[AMBER]])]) {
      const { status, text, headers } = await asker.ask(world).get(`${PATH}/${asked}`);
      expect({ status, text }).toEqual({ status: 404, text: absent.text });
      // The clock and the asker's own count of requests go on from one answer to the next, whatever it is.
      const aside = { date: '', ratelimit: '' };
      expect({ ...headers, ...aside }).toEqual({ ...absent.headers, ...aside });
    }
  });

  test('reads all of an advisory only as a person of its owner', async () => {
    const own = mine(asker) && asker.person !== undefined;
    const answer = await asker.ask(world).get(`${PATH}/${id}`);
    expect(answer.status).toBe(own ? 200 : 404);
    expect(answer.text.includes('authors')).toBe(own);
    expect((await asker.ask(world).get(`${PATH}/${id}/csaf`)).status).toBe(own ? 200 : 404);
  });

  test('lists own advisories only as a person, and only the own organization’s', async () => {
    const answer = await asker.ask(world).get(`${PATH}?scope=own`);
    expect(answer.status).toBe(asker.person ? 200 : 403);
    if (asker.person) expect(answer.body.items).toHaveLength(mine(asker) ? 3 : 0);
  });

  test('works on advisories only in the right role, and only on the own ones', async () => {
    const work: [string, string, object][] = [
      ['analyst', `${PATH}/${id}/versions`, { base: 1, title: 'Taken over' }],
      ['releaser', `${PATH}/${id}/release`, { version: 9 }],
      ['releaser', `${PATH}/${crypto.randomUUID()}/withdrawal`, { reason: 'Not mine' }],
    ];
    for (const [role, path, body] of work) {
      if (mine(asker) && asker.is.includes(role as 'analyst')) continue;
      const answer = await asker.ask(world).post(path).send(body);
      expect(answer.status).toBe(expectedRefusal(asker, [role as 'analyst']) ?? 404);
    }
    for (const path of [PATH, `${PATH}/imports`]) {
      const refusal = expectedRefusal(asker, ['analyst']);
      const answer = await asker.ask(world).post(path).send({});
      expect(answer.status).toBe(refusal ?? 422);
    }
  });
});

import { everyone, expectedRefusal, houseLog, ORGANIZATION_KEYS, startWorld, type World } from '../cast';

const PATH = '/api/v1/organizations';
const NATIONAL = ['pkcert', 'cncert', 'corvia', 'dunmere'];

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('the directory is open to every person and key, and to nobody else', () => {
  test.each(everyone)('$name', async (asker) => {
    const refusal = expectedRefusal(asker, ['person', 'api-key']);
    const list = await asker.ask(world).get(PATH);
    expect(list.status).toBe(refusal ?? 200);
    const handles = (list.body.items as { handle: string }[] | undefined)?.map(({ handle }) => handle);
    expect(handles).toEqual(refusal ? undefined : [...ORGANIZATION_KEYS].sort());
  });

  test.each(everyone)('each organization of it: $name', async (asker) => {
    const refusal = expectedRefusal(asker, ['person', 'api-key']);
    for (const handle of ORGANIZATION_KEYS) {
      const { status } = await asker.ask(world).get(`${PATH}/${handle}`);
      expect([handle, status]).toEqual([handle, refusal ?? 200]);
    }
    for (const handle of ['public', 'nobody-at-all']) {
      const { status } = await asker.ask(world).get(`${PATH}/${handle}`);
      expect([handle, status]).toEqual([handle, refusal ?? 404]);
    }
  });
});

describe('a constituent is added by administrators of a national CERT only', () => {
  test.each(everyone)('$name', async (asker) => {
    const { organization } = asker;
    const handle = `h-${asker.name.replace(/[^a-z]/g, '-')}`.slice(0, 40);
    const refusal = expectedRefusal(asker, ['administrator']);
    const expected = refusal ?? (NATIONAL.includes(organization) ? 201 : 403);
    const before = await houseLog(world, organization);
    const answer = await asker
      .ask(world)
      .post(PATH)
      .send({ handle, name: `Health CERT of ${handle} (invented)` });
    expect(answer.status).toBe(expected);
    expect(answer.body.parent).toBe(expected === 201 ? organization : undefined);
    expect(await houseLog(world, organization)).toHaveLength(before.length + (expected === 201 ? 1 : 0));
    const { status } = await world.as('pkcert-analyst').get(`${PATH}/${handle}`);
    expect(status).toBe(expected === 201 ? 200 : 404);
  });
});

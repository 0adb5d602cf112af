import { everyone, startWorld, type World } from '../cast';

const PATH = '/api/v1/me/identity';
const WHO = ['at', 'organization', 'person', 'preferences', 'roles'];
const TEAM = ['handle', 'name', 'kind', 'country', 'namespace', 'parent'];

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe(`GET ${PATH}`, () => {
  it.each(everyone)('tells who the caller is as /me does, and no more: $name', async (asker) => {
    const [short, long] = [await asker.ask(world).get(PATH), await asker.ask(world).get('/api/v1/me')];
    expect(short.status).toBe(asker.organization === 'public' ? 401 : 200);
    if (short.status !== 200) return;
    const { organization, ...rest } = short.body as Record<string, object>;
    expect(Object.keys({ organization, ...rest }).toSorted()).toEqual(WHO);
    expect(Object.keys(organization!).toSorted()).toEqual(TEAM.toSorted());
    expect(long.body).toMatchObject({ organization, ...rest, at: expect.any(String) as string });
    expect(organization).toMatchObject({ handle: asker.organization });
  });
});

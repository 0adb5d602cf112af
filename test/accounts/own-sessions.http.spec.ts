import {
  addedToHouseLog,
  castMember,
  everyone,
  expectedRefusal,
  PASSWORD,
  startWorld,
  type World,
} from '../cast';
import { atTheDoor, type Tokens } from './people-at-the-door';

const PATH = '/api/v1/me/sessions';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Session {
  id: string;
  kind: string;
  started_at: string;
  last_used_at: string | null;
  network: string | null;
  current: boolean;
}

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const { trySignIn, refresh, caller, works } = atTheDoor(() => world);
const { email } = castMember('pkcert-analyst');
const signIn = async (more: object = {}) => (await trySignIn(email, PASSWORD, more)).body as Tokens;
const listed = async (tokens: Tokens) =>
  ((await caller(tokens).get(PATH)).body as { items: Session[] }).items;
const now = () => world.clock.now().toISOString();

describe('one’s own sessions', () => {
  test('are listed with when and from where they began, who holds them, when they were last used, this one marked', async () => {
    const program = await signIn();
    const started = now();
    world.clock.advance(10 * MINUTE);
    const browser = await signIn({ kind: 'browser' });
    const begun = now();
    world.clock.advance(2 * MINUTE);
    const refreshed = (await refresh(program)).body as Tokens;
    const later = now();
    const shown = await listed(browser);
    const network = '127.0.0.1';
    expect(shown.map(({ id: _, ...rest }) => rest)).toMatchObject([
      { kind: 'api', started_at: started, last_used_at: later, network, current: false },
      { kind: 'browser', started_at: begun, last_used_at: later, network, current: true },
    ]);
    expect((await listed(refreshed)).map(({ current }) => current)).toEqual([true, false]);
    expect(new Set(Object.keys(shown[0]!))).toEqual(
      new Set(['id', 'kind', 'started_at', 'last_used_at', 'expires_at', 'network', 'current']),
    );
  });

  test('fall away when nothing can go on with them any more', async () => {
    const before = await listed(await signIn());
    world.clock.advance(12 * HOUR - 1);
    const browser = await signIn({ kind: 'browser' });
    expect((await listed(browser)).length).toBeGreaterThan(1);
    world.clock.advance(1);
    const left = await listed(await signIn());
    expect(left.map(({ kind }) => kind)).toEqual(['browser', 'api']);
    expect(before.length).toBeGreaterThan(0);
  });

  test('end one by one, at once, and leave an entry', async () => {
    const [here, left] = [await signIn(), await signIn({ kind: 'browser' })];
    const { id } = (await listed(left)).find(({ current }) => current)!;
    const added = await addedToHouseLog(world, 'pkcert', async () => {
      expect((await caller(here).delete(`${PATH}/${id}`)).status).toBe(204);
    });
    expect(added).toEqual([
      {
        kind: 'session/signed-out',
        shared: expect.objectContaining({ person: world.people['pkcert-analyst'], session: id }) as object,
      },
    ]);
    expect([await works(left), await works(here)]).toEqual([false, true]);
    expect((await caller(here).delete(`${PATH}/${id}`)).status).toBe(404);
    const own = (await listed(here)).find(({ current }) => current)!;
    expect((await caller(here).delete(`${PATH}/${own.id}`)).status).toBe(204);
    expect([await works(here), (await refresh(here)).status]).toEqual([false, 401]);
  });

  test.each(everyone)('are nobody else’s to see or end: $name', async (asker) => {
    const tokens = await signIn();
    const { id } = (await listed(tokens)).find(({ current }) => current)!;
    const { status, body } = await asker.ask(world).get(PATH);
    const refused = expectedRefusal(asker, ['person']);
    expect(status).toBe(refused ?? 200);
    const others = asker.person !== 'pkcert-analyst';
    if (!refused && others) expect(JSON.stringify(body)).not.toContain(id);
    if (!others) return;
    const [end, absent] = [
      await asker.ask(world).delete(`${PATH}/${id}`),
      await asker.ask(world).delete(`${PATH}/0b9e4c1a-0000-4000-8000-000000000000`),
    ];
    expect([end.status, end.text]).toEqual([absent.status, absent.text]);
    expect(end.status).toBe(refused ?? 404);
    expect(await works(tokens)).toBe(true);
  });
});

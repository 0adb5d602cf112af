import { everyone, expectedRefusal, startWorld, type World } from '../cast';

const PATH = '/api/v1/me/preferences';
const NONE = { language: null, time_zone: null, theme: null };
const CHOSEN = { language: 'ur', time_zone: 'Asia/Karachi', theme: 'dark' };

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('preferences', () => {
  test.each(everyone)('are each person’s own, and nobody else’s: $name', async (asker) => {
    const ask = asker.ask(world);
    const refused = expectedRefusal(asker, ['person']);
    const read = await ask.get(PATH);
    expect(read.status).toBe(refused ?? 200);
    const chosen = await ask.put(PATH).send(CHOSEN);
    expect(chosen.status).toBe(refused ?? 200);
    if (refused) return;
    expect([read.body, chosen.body, (await ask.get(PATH)).body]).toEqual([NONE, CHOSEN, CHOSEN]);
    expect(((await ask.get('/api/v1/me')).body as { preferences: object }).preferences).toEqual(CHOSEN);
  });

  test('are chosen anew, or left to the browser again', async () => {
    const ask = world.as('pkcert-analyst');
    expect((await ask.put(PATH).send({ ...CHOSEN, language: 'zh', theme: null })).body).toEqual({
      ...CHOSEN,
      language: 'zh',
      theme: null,
    });
    expect((await ask.put(PATH).send(NONE)).body).toEqual(NONE);
  });

  test.each([
    [{ ...CHOSEN, language: 'fr' }, 'language'],
    [{ ...CHOSEN, time_zone: 'Asia/Nowhere' }, 'time_zone'],
    [{ ...CHOSEN, theme: 'pink' }, 'theme'],
    [{ language: 'en', time_zone: 'UTC' }, 'theme'],
    [{ ...CHOSEN, size: 'large' }, 'size'],
  ])('are refused with the field that is not one: %j', async (sent, field) => {
    const { status, body } = await world.as('cncert-liaison').put(PATH).send(sent);
    expect([status, (body as { errors: { field: string }[] }).errors.map((one) => one.field)]).toEqual([
      422,
      [field],
    ]);
  });

  test('are null for a system', async () => {
    const { body } = await world.withKey('cncert').get('/api/v1/me');
    expect(body).toMatchObject({ person: null, preferences: null });
  });
});

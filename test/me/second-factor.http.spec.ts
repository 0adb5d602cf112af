import { startWorld, type World } from '../cast';

let world: World;
beforeAll(async () => {
  world = await startWorld({ secondFactor: true });
});
afterAll(() => world.close());

it('tells nothing of what is exchanged to whoever has yet to enrol her second factor', async () => {
  const { body, status } = await world.as('pkcert-releaser').get('/api/v1/me');
  expect(status).toBe(200);
  expect(body).toMatchObject({ agreements: null, directions: null, feed: null });
  expect((body as { missing: { code: string }[] }).missing.map(({ code }) => code)).toEqual([
    'second-factor-missing',
  ]);
});

it('tells it to whoever needs none', async () => {
  const { body } = await world.as('pkcert-analyst').get('/api/v1/me');
  expect(body).toMatchObject({ agreements: [], directions: [], feed: { last_pull: null } });
});

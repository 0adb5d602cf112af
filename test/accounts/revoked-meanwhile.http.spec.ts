import { startWorld, type World } from '../cast';
import { holding, untilWaiting } from '../cast/held-lock';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

test('what a key changes stands only if it is good when it is done', async () => {
  const administrator = world.as('banking-administrator');
  const issued = await administrator
    .post('/api/v1/api-keys')
    .send({ name: 'Sensor', scopes: ['report'], expires_at: '2026-09-01T00:00:00Z' });
  const { id, key } = issued.body as { id: string; key: string };
  const report = { title: 'Late', aware_at: '2026-03-02T06:00:00Z' };
  const people = `administrators:${world.organizations.banking}`;
  const [revoked, filed] = await holding(world, people, async () => {
    const revoking = Promise.resolve(administrator.delete(`/api/v1/api-keys/${id}`));
    await untilWaiting(world, 1);
    const filing = Promise.resolve(world.presenting(`Bearer ${key}`).post('/api/v1/reports').send(report));
    await untilWaiting(world, 2);
    return [revoking, filing] as const;
  }).then((both) => Promise.all(both));
  expect([revoked.status, filed.status]).toEqual([204, 401]);
  expect(await world.owner.query('SELECT id FROM report')).toEqual([]);
});

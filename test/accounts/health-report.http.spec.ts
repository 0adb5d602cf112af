import { everyone, expectedRefusal, startWorld, type World } from '../cast';
import { VERSION } from '../../src/platform/version';
import { QUEUE_NAMES } from '../../src/platform/jobs/queues';
import { enrol } from './people-at-the-door';

const PATH = '/api/v1/health-report';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const countsFor = async (person: 'banking-administrator' | 'energy-administrator') =>
  ((await world.as(person).get(PATH)).body as { counts: object }).counts;

describe('the health report', () => {
  test.each(everyone)('is for administrators: $name', async (asker) => {
    const { status } = await asker.ask(world).get(PATH);
    expect(status).toBe(expectedRefusal(asker, ['administrator']) ?? 200);
  });

  test('tells version, migrations, clocks and jobs of the installation', async () => {
    const { body } = await world.as('banking-administrator').get(PATH);
    const at = world.clock.now().toISOString();
    expect(body).toMatchObject({
      at,
      version: VERSION,
      state: 'ready',
      migrations: { applied: true },
      clock: { application: at, behind: false },
    });
    const { jobs } = body as { jobs: { queue: string }[] };
    expect(jobs.map(({ queue }) => queue)).toEqual(QUEUE_NAMES);
  });

  test('counts the accounts and keys of the own organization alone', async () => {
    const before = await countsFor('banking-administrator');
    expect(before).toEqual({
      people: 2,
      without_second_factor: 2,
      invitations: 0,
      api_keys: 1,
      api_keys_ending: 0,
    });
    const invited = { email: 'new@energy.example', name: 'New (invented)', roles: ['analyst'] };
    await world.as('energy-administrator').post('/api/v1/invitations').send(invited);
    await enrol(world, world.as('energy-analyst'));
    const expires_at = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
    await world.as('energy-administrator').post('/api/v1/api-keys').send({ name: 'Collector', expires_at });
    expect(await countsFor('energy-administrator')).toEqual({
      ...{ people: 2, without_second_factor: 1, invitations: 1, api_keys: 2, api_keys_ending: 1 },
    });
    expect(await countsFor('banking-administrator')).toEqual(before);
  });
});

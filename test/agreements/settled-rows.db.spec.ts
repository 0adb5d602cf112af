import type { DataSource } from 'typeorm';
import { entities } from '../../src/entities';
import { createDataSource } from '../../src/platform/data-source';
import { type OrganizationKey, type PersonKey, startWorld, type World } from '../cast';
import { inForce, Instrument } from './agreement-world';

/** What statements add that the application might send by mistake, whoever asks: the last lock. */
describe('row-level security and checks', () => {
  let world: World;
  let app: DataSource;
  beforeAll(async () => {
    world = await startWorld();
    app = await createDataSource(world.appUrl, { entities }).initialize();
    await inForce(world, 'PK-CN-SETTLED');
  });
  afterAll(async () => {
    await app.destroy();
    await world.close();
  });

  const ask = (team: OrganizationKey, person: PersonKey, sql: string, ...given: unknown[]) =>
    app.transaction(async (manager) => {
      await manager.query(
        `SELECT set_config('app.viewer_org', $1, true), set_config('app.viewer_person', $2, true), set_config('app.at', $3, true)`,
        [world.organizations[team], world.people[person], world.clock.now().toISOString()],
      );
      return manager.query<object[]>(sql, given);
    });

  it('let no party name itself in what others planned', async () => {
    const hour = (n: number) => new Date(world.clock.now().getTime() + n * 3_600_000).toISOString();
    const planned = await world
      .as('pkcert-liaison')
      .post('/api/v1/agreements/PK-CN-SETTLED/activities')
      .send({
        ...{ kind: 'drill', title: 'Drill (invented)', starts_at: hour(1), ends_at: hour(2) },
        ...{ time_zone: 'Asia/Karachi', organizers: ['pkcert'], participants: ['cncert'] },
      });
    const { id } = planned.body as { id: string };
    const join = (part: string) =>
      ask(
        'itu',
        'itu-liaison',
        `INSERT INTO activity_party SELECT $1, id, $2, $3 FROM agreement WHERE reference = 'PK-CN-SETTLED'`,
        ...[id, world.organizations.itu, part],
      );
    for (const part of ['organizer', 'participant'])
      await expect(join(part)).rejects.toThrow(/names parties/);
    expect((await world.as('itu-liaison').get(`/api/v1/activities/${id}`)).status).toBe(404);
  });

  it('let no party add a clause to terms that were submitted', async () => {
    const add = (reference: string) =>
      ask(
        'pkcert',
        'pkcert-liaison',
        `INSERT INTO terms_clause (terms_version_id, agreement_id, number, language, heading)
         SELECT t.id, a.id, 'Art. 99', 'en', 'Slipped in' FROM terms_version t JOIN agreement a ON a.id = t.agreement_id
         WHERE a.reference = $1 RETURNING number`,
        reference,
      );
    await expect(add('PK-CN-SETTLED')).rejects.toThrow(/clauses of terms/);
    await new Instrument(world, 'PK-CN-DRAFT').draft();
    expect(await add('PK-CN-DRAFT')).toEqual([{ number: 'Art. 99' }]);
  });
});

import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrations } from '../../migrations';
import { migrate } from '../../src/platform/migrate';
import { startApplication } from '../cast/application';
import type { World } from '../cast';
import { PLAIN_ROLES } from '../database';
import { expected, Sharing } from '../disclosure/sharing-world';

type Migration = new () => MigrationInterface;
const named = (number: number, up: string): Migration =>
  class implements MigrationInterface {
    readonly name = `NextVersion${9_000_000_000_000 + number}`;
    up = (db: QueryRunner) => db.query(up);
    down = () => Promise.resolve();
  };

/** What the next version may do beside this one: columns on whatever table, a table at a time, new tables and functions. */
async function nextVersion(): Promise<Migration[]> {
  const tables = await world.owner.query<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const more = [
    `CREATE TABLE next_thing (id uuid PRIMARY KEY, organization_id uuid NOT NULL REFERENCES organization);
     ALTER TABLE next_thing ENABLE ROW LEVEL SECURITY;
     INSERT INTO app.application_grant VALUES ('next_thing', 'SELECT')`,
    `CREATE FUNCTION app.next_thing() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$`,
  ];
  const columns = tables.map(({ name }) => `ALTER TABLE "${name}" ADD COLUMN of_the_next_version text`);
  return [...columns, ...more].map((up, number) => named(number, up));
}

let sharing: Sharing;
let world: World;
let other: NestExpressApplication;
let report: string;
beforeAll(async () => {
  sharing = await Sharing.start();
  ({ world } = sharing);
  other = await startApplication(world, world.clock);
  await sharing.inForce('cncert', 'PK-CN-UP');
  await sharing.released('Before');
  const filed = await world
    .as('banking-analyst')
    .post('/api/v1/reports')
    .send({ title: 'Before', aware_at: '2026-03-02T06:00:00Z' });
  report = (filed.body as { id: string }).id;
});
afterAll(async () => {
  await other.close();
  await world.close();
});

/** A round of what an installation does all day, each answer as it should be. */
async function round(title: string): Promise<void> {
  const [analyst, partner] = [world.as('pkcert-analyst'), world.withKey('cncert')];
  const id = await sharing.released(title);
  world.clock.advance(1000);
  const feed = (await expected(200, partner.get('/api/v1/feed?limit=1000'))) as {
    items: { item?: { id: string; title: string } }[];
  };
  const received = feed.items.find(({ item }) => item?.title === title)?.item?.id;
  expect(received).toBeDefined();
  for (const path of [
    '/api/v1/advisories',
    `/api/v1/advisories/${received}`,
    `/api/v1/advisories/${received}/csaf`,
    '/api/v1/me',
    '/api/v1/agreements',
    '/api/v1/organizations',
    '/ready',
  ])
    await expected(200, partner.get(path));
  for (const path of [
    `/api/v1/advisories/${id}`,
    '/api/v1/advisories?scope=own',
    '/api/v1/incidents?scope=own',
    `/api/v1/reports/${report}`,
    '/api/v1/reports',
    '/api/v1/agreements/PK-CN-UP',
    '/api/v1/pauses',
    '/api/v1/feed',
  ])
    await expected(200, analyst.get(path));
  await expected(200, world.as('pkcert-administrator').get('/api/v1/accounts'));
  await expected(200, world.as('pkcert-administrator').get('/api/v1/api-keys'));
  await expected(200, world.as('pkcert-auditor').get('/api/v1/logs'));
  await sharing.resume(await sharing.stop('cncert'));
  await sharing.withdraw(id);
}

test('a migration that finds its table in use stands back, and comes again', async () => {
  const runner = world.owner.createQueryRunner();
  await runner.startTransaction();
  await runner.query('SELECT FROM release LIMIT 1');
  let migrated = false;
  const up = 'ALTER TABLE release ADD COLUMN of_the_version_before_it text';
  const migrating = migrate(world.ownerUrl, PLAIN_ROLES, [...migrations, named(-1, up)]).then(
    () => (migrated = true),
  );
  // Longer than a migration waits for a lock; whoever comes after it is answered all the same.
  for (let waited = 0; waited < 4; waited += 1) {
    await sleep(500);
    await sharing.released(`Beside a migration that waits ${waited}`);
  }
  expect(migrated).toBe(false);
  await runner.commitTransaction();
  await runner.release();
  await migrating;
  expect(migrated).toBe(true);
});

test('the running version goes on while the next one migrates, and afterwards', async () => {
  await round('Twice, so that statements are prepared');
  await round('Again, so that statements are prepared');
  let migrating = true;
  const migrated = migrate(world.ownerUrl, PLAIN_ROLES, [...migrations, ...(await nextVersion())]).finally(
    () => (migrating = false),
  );
  let rounds = 0;
  do await round(`While it migrates ${rounds++}`);
  while (migrating);
  await migrated;
  const [row] = await world.owner.query<{ n: string }[]>(
    `SELECT count(*) AS n FROM information_schema.columns WHERE column_name = 'of_the_next_version'`,
  );
  expect(Number(row?.n)).toBeGreaterThan(50);
  await round('Afterwards');
  await round('Afterwards, once more');
  const answer = await fetch(`${await other.getUrl()}/ready`);
  expect(answer.status).toBe(200);
});

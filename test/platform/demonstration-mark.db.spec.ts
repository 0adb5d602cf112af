import { randomBytes } from 'node:crypto';
import { loadSettings } from '../../src/platform/settings';
import { ensureDatabase } from '../../src/platform/database-roles';
import { prepareDatabase } from '../../src/platform/prepare-database';
import { addressesOf, freshDatabase, serverVariable, type TestDatabase, templateVariable } from '../database';

const settingsFor = ({ appUrl, ownerUrl, jobsUrl }: TestDatabase) =>
  loadSettings({
    DATABASE_URL: appUrl,
    MIGRATION_DATABASE_URL: ownerUrl,
    JOBS_DATABASE_URL: jobsUrl,
    ACCORD_SECRET: 'a secret that only the tests know about',
  });

/** A database without a table, as an operator creates it. */
async function emptyDatabase(): Promise<TestDatabase> {
  const server = process.env[serverVariable] ?? '';
  const name = `${process.env[templateVariable]}_${randomBytes(6).toString('hex')}`;
  await ensureDatabase(server, name);
  return addressesOf(server, name);
}

describe('the demonstration', () => {
  it('marks an empty database as its own, and comes back to it', async () => {
    const settings = settingsFor(await emptyDatabase());
    await prepareDatabase(settings, { demo: true });
    await expect(prepareDatabase(settings, { demo: true })).resolves.toMatchObject({
      stop: expect.any(Function),
    });
  });

  it('refuses a database that holds tables and is not marked', async () => {
    const settings = settingsFor(await freshDatabase());
    await expect(prepareDatabase(settings, { demo: true })).rejects.toThrow(
      'was not made for the demonstration',
    );
  });
});

describe('the ordinary start', () => {
  it('refuses the database of the demonstration', async () => {
    const settings = settingsFor(await emptyDatabase());
    await prepareDatabase(settings, { demo: true });
    await expect(prepareDatabase(settings)).rejects.toThrow('was made for the demonstration');
  });

  it('lets two processes migrate the same empty database at once', async () => {
    const settings = settingsFor(await emptyDatabase());
    const both = await Promise.all([prepareDatabase(settings), prepareDatabase(settings)]);
    expect(both.map(({ appUrl }) => appUrl)).toEqual([settings.databaseUrl, settings.databaseUrl]);
  });

  it('refuses to serve requests as the owner, and leaves the owner its rights', async () => {
    const database = await freshDatabase();
    const { ownerUrl } = database;
    // The same role under an address that is written differently.
    const other = new URL(ownerUrl);
    other.searchParams.set('application_name', 'other');
    const mistaken = settingsFor({ ...database, appUrl: other.toString() });
    await expect(prepareDatabase(mistaken)).rejects.toThrow('owns the database');
    await expect(prepareDatabase(settingsFor(database))).resolves.toMatchObject({ ownerUrl });
  });
});

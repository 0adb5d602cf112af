import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ask, end, gone, prepareUsers, type Users } from './embedded-processes';

describe('the embedded database', () => {
  let users: Users;
  beforeAll(() => {
    users = prepareUsers();
  });
  afterAll(() => users.clear());

  it('ends with its only user when that is killed, and comes back with its data', async () => {
    const first = await users.start('killed');
    await ask(first, 'CREATE TABLE kept AS SELECT 1 AS one');
    await end(first, 'SIGKILL');
    expect(await gone(first.server.pid)).toBe(true);
    const second = await users.start('killed');
    expect(await ask(second, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  it('is joined, not started twice, by a second process', async () => {
    const [first, second] = await Promise.all([users.start('shared'), users.start('shared')]);
    expect(second.server.pid).toBe(first.server.pid);
    expect(await ask(second, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('has stopped when its only user has, and leaves no owner behind', async () => {
    const only = await users.start('stopped');
    const keeper = users.keeperOf('stopped');
    await end(only, 'SIGTERM');
    expect(existsSync(join(users.folder, 'stopped/postmaster.pid'))).toBe(false);
    expect(existsSync(join(users.folder, 'stopped.owner'))).toBe(false);
    expect(await gone(keeper)).toBe(true);
  });

  it('sorts by code point and sees letters outside ASCII', async () => {
    const user = await users.start('stopped');
    const sql = "SELECT upper('é') AS upper, datctype FROM pg_database WHERE datname = current_database()";
    expect(await ask(user, sql)).toEqual([{ upper: 'É', datctype: 'C.UTF-8' }]);
  });
});

import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { startOf } from '../../src/platform/process-table';
import { ask, end, ended, gone, prepareUsers, type User, type Users } from './embedded-processes';

describe('processes that use one embedded database', () => {
  let users: Users;
  beforeAll(() => {
    users = prepareUsers();
  });
  afterEach(() => users.endAll());
  afterAll(() => users.clear());

  const one = [{ one: 1 }];
  const serves = async (user: User) => expect(await ask(user, 'SELECT 1 AS one')).toEqual(one);
  const logOf = (data: string) => readFileSync(join(users.folder, `${data}.log`), 'utf8');

  it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
    'keep it when the one that started it ends by %s, and end it with the last',
    async (signal) => {
      const starter = await users.start('data');
      const other = await users.start('data');
      await end(starter, signal);
      await serves(other);
      await end(other, 'SIGTERM');
      expect(await gone(other.server.pid)).toBe(true);
    },
  );

  it('may be three, of whom the last is killed: the server stops cleanly, and a start finds its data', async () => {
    const [first, second, third] = [
      await users.start('data'),
      await users.start('data'),
      await users.start('data'),
    ];
    const keeper = users.keeperOf('data');
    await ask(first, 'CREATE TABLE IF NOT EXISTS kept AS SELECT 1 AS one');
    await end(second, 'SIGKILL');
    await serves(third);
    await end(first, 'SIGKILL');
    await serves(third);
    await end(third, 'SIGKILL');
    expect([await gone(third.server.pid), await gone(keeper)]).toEqual([true, true]);
    expect(logOf('data').trimEnd().endsWith('database system is shut down')).toBe(true);
    const next = await users.start('data');
    expect(await ask(next, 'SELECT one FROM kept')).toEqual(one);
    expect(logOf('data')).not.toContain('not properly shut down');
  });

  it('do not wait for one another: who leaves while others stay has stopped at once', async () => {
    const [leaving, staying] = [await users.start('data'), await users.start('data')];
    await end(leaving, 'SIGTERM');
    expect(leaving.child.exitCode).toBe(0);
    await serves(staying);
  });

  it('may come while it stops: the new one starts it again', async () => {
    const last = await users.start('data');
    const [next] = await Promise.all([users.start('data'), end(last, 'SIGKILL')]);
    await serves(next);
  });

  it.each([
    ['the keeper', () => users.keeperOf('data')],
    ['the server', (user: User) => user.server.pid],
  ])('end with an error when %s is killed under them, and can be started again', async (_, victim) => {
    const both = [await users.start('data'), await users.start('data')];
    await ask(both[0]!, 'CREATE TABLE IF NOT EXISTS kept AS SELECT 1 AS one');
    process.kill(victim(both[0]!), 'SIGKILL');
    for (const user of both) {
      expect(await ended(user)).toBe(1);
      expect(user.said()).toContain('The embedded database has ended while this process used it');
    }
    expect(await gone(both[0]!.server.pid)).toBe(true);
    const next = await users.start('data');
    expect(await ask(next, 'SELECT one FROM kept')).toEqual(one);
  });

  it('leave no server behind where the system cannot tell it that its keeper was killed', async () => {
    const PATH = join(users.folder, 'bin');
    mkdirSync(PATH);
    for (const name of ['chown', 'ps', 'sh', 'unshare']) {
      const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
      if (found) symlinkSync(found, join(PATH, name));
    }
    const user = await users.start('untold', { PATH });
    process.kill(users.keeperOf('untold'), 'SIGKILL');
    expect(await ended(user)).toBe(1);
    expect(await gone(user.server.pid)).toBe(true);
    await serves(await users.start('untold', { PATH }));
  });

  it('do not take another process for the keeper because it was given the pid of a dead one', async () => {
    const owner = { pid: process.pid, start: '1', door: { port: 1, token: 'of a dead keeper' } };
    expect(startOf(process.pid)).not.toBe(owner.start);
    writeFileSync(join(users.folder, 'reused.owner'), JSON.stringify(owner));
    await serves(await users.start('reused'));
  });

  it('are told from strangers: who does not know the word of the keeper keeps nothing alive', async () => {
    const user = await users.start('data');
    const { door } = JSON.parse(readFileSync(join(users.folder, 'data.owner'), 'utf8'));
    const silent = connect(door.port, '127.0.0.1').on('error', () => undefined);
    const wrong = connect(door.port, '127.0.0.1').on('error', () => undefined);
    wrong.resume().write('a guess\n');
    await new Promise((settle) => wrong.once('close', settle));
    await end(user, 'SIGKILL');
    expect(await gone(user.server.pid)).toBe(true);
    silent.destroy();
  });
});

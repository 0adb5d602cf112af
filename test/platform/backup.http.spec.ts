import type { NestExpressApplication } from '@nestjs/platform-express';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import request from 'supertest';
import { restoreBackup } from '../../src/platform/backup/restore-backup';
import { writeBackup } from '../../src/platform/backup/write-backup';
import { withConnection } from '../../src/platform/connection';
import { freshDatabase, type TestDatabase } from '../database';
import { startApplication } from '../cast/application';
import { PASSWORD, startWorld, type World } from '../cast';

describe('a backup', () => {
  let world: World;
  let folder: string;
  let file: string;
  /** Titles of drafts that were acknowledged before the backup began, and of those that it ran beside. */
  const before: string[] = [];
  let beside = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'accord-backup-'));
    file = join(folder, 'backup.gz');
    world = await startWorld();
    const summary = 'With "quotes", \\ and (commas),\nlines,\u2028 ümlaut, 中文 and an emoji 🛰';
    const draft = async (title: string) => {
      const body = { title, summary };
      const { status } = await world.as('pkcert-analyst').post('/api/v1/advisories').send(body);
      expect(status).toBe(201);
    };
    for (let n = 0; n < 5; n++) {
      const title = `Draft ${n}`;
      await draft(title);
      before.push(title);
    }
    let going = true;
    const writing = (async () => {
      for (; going; beside++) await draft(`Beside ${beside}`);
    })();
    for (let n = 0; n < 3; n++) {
      await draft(`Just before ${n}`);
      before.push(`Just before ${n}`);
    }
    await writeBackup(world.ownerUrl, file);
    going = false;
    await writing;
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await world.close();
  });

  /** Every row of every table but the counters, as text. */
  const everything = ({ ownerUrl }: Pick<TestDatabase, 'ownerUrl'>) =>
    withConnection(ownerUrl, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relpersistence = 'p' ORDER BY 1`,
      );
      const all: Record<string, string[]> = {};
      for (const { name } of rows)
        all[name] = (
          await client.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`)
        ).rows.map(({ row }) => row);
      return all;
    });
  const guards = ({ ownerUrl }: Pick<TestDatabase, 'ownerUrl'>) =>
    withConnection(ownerUrl, async (client) => {
      const { rows } = await client.query<{ guard: string }>(
        `SELECT conrelid::regclass || conname || pg_get_constraintdef(oid) AS guard FROM pg_constraint WHERE connamespace = 'public'::regnamespace
         UNION ALL SELECT tgrelid::regclass || tgname || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`,
      );
      return rows.map(({ guard }) => guard);
    });
  /** Another file with some of its text changed. */
  function altered(name: string, change: (text: string) => string): string {
    const path = join(folder, name);
    writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(file)).toString())));
    return path;
  }

  it('is readable by its owner only, and holds no key and no password', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = gunzipSync(readFileSync(file)).toString();
    for (const key of Object.values(world.keys)) expect(text).not.toContain(key.slice(-43));
    expect(text).not.toContain('a secret of the tests');
  });

  it('holds all that was acknowledged before it began, and goes back into an empty database to work on', async () => {
    const database = await freshDatabase();
    const { rows } = await restoreBackup(database.ownerUrl, file);
    expect(rows).toBeGreaterThan(100);
    expect(await guards(database)).toEqual(await guards(world));

    let app: NestExpressApplication | undefined;
    try {
      app = await startApplication(database, world.clock);
      const url = await app.getUrl();
      const analyst = await signedIn(url);
      const ask = (method: 'get' | 'post', path: string) =>
        request(url)[method](path).set('Authorization', analyst);
      const list = await everything(database).then(({ item_version, advisory_version }) =>
        [...(item_version ?? []), ...(advisory_version ?? [])].join('\n'),
      );
      for (const n of [0, 1, 2]) expect(list).toContain(`Just before ${n}`);
      expect(
        (await ask('post', '/api/v1/advisories').send({ title: 'After the restore', summary: 'Goes on.' }))
          .status,
      ).toBe(201);
      const feed = await request(url).get('/api/v1/feed').set('Authorization', `Bearer ${world.keys.cncert}`);
      expect(feed.status).toBe(200);
    } finally {
      await app?.close();
    }
  });

  /** Signs the analyst in on the restored application: her password is in the backup as its hash. */
  const signedIn = async (url: string) => {
    const { body } = await request(url)
      .post('/api/v1/sign-in')
      .send({ email: 'analyst@pkcert.example', password: PASSWORD });
    return `Bearer ${(body as { access_token: string }).access_token}`;
  };

  it('is the same database again, row by row', async () => {
    const second = join(folder, 'second.gz');
    const database = await freshDatabase();
    await writeBackup(world.ownerUrl, second);
    await restoreBackup(database.ownerUrl, second);
    expect(await everything(database)).toEqual(await everything(world));
  });

  it('is refused by a database that is in use, which stays as it is', async () => {
    const database = await freshDatabase();
    await restoreBackup(database.ownerUrl, file);
    const found = await everything(database);
    await expect(restoreBackup(database.ownerUrl, file)).rejects.toThrow('in use');
    expect(await everything(database)).toEqual(found);
    await expect(restoreBackup(world.ownerUrl, file)).rejects.toThrow('running on this database');
  });

  it('is refused by a database at another level', async () => {
    const { ownerUrl } = await freshDatabase();
    await withConnection(ownerUrl, (client) =>
      client.query(`INSERT INTO migrations (timestamp, name) VALUES (9999, 'Later0000000009999')`),
    );
    await expect(restoreBackup(ownerUrl, file)).rejects.toThrow('Later0000000009999');
  });

  it.each<[string, string, (text: string) => string]>([
    [
      'that is cut off',
      'end is missing',
      (text) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1),
    ],
    ['that is cut off within a line', 'cut off', (text) => text.slice(0, -20)],
    ['in which a letter was changed', 'digest', (text) => text.replace('Just before 1', 'Just before 7')],
    [
      'from which a row was taken',
      'rows instead of',
      (text) => text.replace(/\n"[^\n]*Just before 1[^\n]*/, ''),
    ],
    ['that is something else', 'no backup', () => '{"hello": 1}\n'],
    ['that is empty', 'empty', () => ''],
    ['that goes on after its end', 'after its end', (text) => `${text}{"table":"account","columns":[]}\n`],
  ])('%s is refused, and nothing of it is restored', async (name, why, change) => {
    const database = await freshDatabase();
    const found = await everything(database);
    await expect(restoreBackup(database.ownerUrl, altered(name, change))).rejects.toThrow(why);
    expect(await everything(database)).toEqual(found);
  });

  it('whose compression is broken is refused', async () => {
    const path = join(folder, 'half.gz');
    writeFileSync(path, readFileSync(file).subarray(0, 2000));
    await expect(freshDatabase().then(({ ownerUrl }) => restoreBackup(ownerUrl, path))).rejects.toThrow(
      'unpacked',
    );
  });
});

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings, SettingsError } from '../../src/platform/settings';

const secret = 'x'.repeat(32);
const urls = {
  DATABASE_URL: 'postgres://app@db/accord',
  MIGRATION_DATABASE_URL: 'postgres://owner@db/accord',
  JOBS_DATABASE_URL: 'postgres://jobs@db/accord',
};

function faultsOf(env: Record<string, string>): string[] {
  try {
    loadSettings(env);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
}

describe('settings', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'accord-settings-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('have defaults for everything that is no secret, and are frozen', () => {
    const settings = loadSettings({ ACCORD_SECRET: secret, DATA_DIR: folder });
    expect(settings).toMatchObject({ port: 3000, host: '127.0.0.1', publicUrl: 'http://127.0.0.1:3000' });
    expect(settings.databaseUrl).toBeUndefined();
    expect(Object.isFrozen(settings)).toBe(true);
  });

  it('make the secret of an embedded installation once, readable by its owner only', () => {
    const first = loadSettings({ DATA_DIR: folder }).secret;
    expect(first.length).toBeGreaterThanOrEqual(32);
    expect(loadSettings({ DATA_DIR: folder }).secret).toBe(first);
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
  });

  it('have no default for the secret beside an external database', () => {
    expect(faultsOf({ ...urls, DATA_DIR: folder })).toEqual([expect.stringContaining('ACCORD_SECRET')]);
  });

  it('name all faults together', () => {
    const faults = faultsOf({
      PORT: '70000',
      HOST: 'a b',
      DATABASE_URL: 'mysql://x',
      ACCORD_SECRET: 'short',
    });
    for (const name of ['PORT', 'HOST', 'DATABASE_URL must begin', 'must all be set', 'ACCORD_SECRET'])
      expect(faults).toContainEqual(expect.stringContaining(name));
  });

  it('refuse some of the database addresses without the others, and one role for two', () => {
    const names = Object.keys(urls) as (keyof typeof urls)[];
    for (const name of names) {
      const { [name]: left, ...others } = urls;
      for (const some of [{ [name]: left }, others])
        expect(faultsOf({ ...some, ACCORD_SECRET: secret })).toEqual([
          expect.stringContaining('must all be set'),
        ]);
      for (const other of names.filter((each) => each !== name))
        expect(faultsOf({ ...urls, [other]: left, ACCORD_SECRET: secret })).toEqual([
          expect.stringContaining('different roles'),
        ]);
    }
  });

  it('read a secret from the file that NAME_FILE names', () => {
    writeFileSync(join(folder, 'key'), `${secret}\n`);
    const env = { ...urls, ACCORD_SECRET_FILE: join(folder, 'key') };
    expect(loadSettings(env).secret).toBe(readFileSync(join(folder, 'key'), 'utf8').trim());
    expect(faultsOf({ ...env, ACCORD_SECRET: secret })).toEqual([expect.stringContaining('both set')]);
    expect(faultsOf({ ...env, ACCORD_SECRET_FILE: join(folder, 'none') })).toContainEqual(
      expect.stringContaining('ACCORD_SECRET_FILE cannot be read'),
    );
  });
});

import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '../../src/platform/settings';
import { PROJECT_FOLDER } from '../../src/platform/version';

const read = (...path: string[]) => readFileSync(join(PROJECT_FOLDER, ...path), 'utf8');
const enough = { DATA_DIR: tmpdir(), ACCORD_SECRET: 'x'.repeat(32) };

/** The names of all variables that the code asks for. */
function asked(): string[] {
  const names = new Set<string>();
  const env = new Proxy<Record<string, string | undefined>>(enough, {
    get: (target, name: string) => {
      names.add(name);
      return target[name];
    },
  });
  loadSettings(env);
  return [...names].sort();
}

/** The variables of the example, with the defaults it gives. */
const given = [...read('config', 'accord.env.example').matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map(
  ([, name = '', value = '']) => [name, value] as const,
);

describe('the example of the settings', () => {
  it('names each setting that the code reads, and no other', () => {
    expect(given.map(([name]) => name).sort()).toEqual(asked());
  });

  it('gives the defaults of the code', () => {
    const defaults = Object.fromEntries(
      given.filter(([name]) => name !== 'DATA_DIR' && name !== 'ACCORD_SECRET'),
    );
    expect(loadSettings({ ...defaults, ...enough })).toEqual(loadSettings(enough));
    expect(given).toContainEqual(['DATA_DIR', '.data']);
  });

  it('sets nothing by itself', () => {
    expect(read('config', 'accord.env.example')).not.toMatch(/^[A-Z_]+=/m);
  });

  it('explains each setting above it, as the README does in its table', () => {
    const readme = read('README.md');
    for (const [name] of given)
      expect([name, readme.includes(`\`${name.replace(/_FILE$/, '')}\``)]).toEqual([name, true]);
    for (const part of read('config', 'accord.env.example').trim().split('\n\n'))
      expect(part).toMatch(/^# \S/);
  });
});

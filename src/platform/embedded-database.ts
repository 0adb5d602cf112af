import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { createCluster } from './embedded-cluster';
import { type Binaries, findBinaries, handOver, type LaunchPlan, planLaunch } from './embedded-launch';
import { claim, release, runningServer, stopOrphan, tail } from './embedded-owner';
import { readIfThere } from './kept-secret';

/** A PostgreSQL server on 127.0.0.1 that lives as long as this process. */
export interface EmbeddedDatabase {
  /** Superuser's address of the database `postgres`. */
  url: string;
  /** Process id of the server. */
  pid: number;
  /** Stops the server and waits for it; leaves it running when another process started it. */
  stop(): Promise<void>;
}

/** Where an embedded server keeps its data, and whether anyone will miss it. */
export interface EmbeddedOptions {
  /** Data folder; `<dir>.log`, `<dir>.password` and `<dir>.owner` lie beside it. */
  dir: string;
  /** For tests: many connections, and nothing is written through to the disk. */
  disposable?: boolean;
}

const carelessFlags = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

const freePort = () =>
  new Promise<number>((settle, fail) => {
    const server = createServer()
      .once('error', fail)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        server.close(() => settle(port));
      });
  });

function address(dir: string, port: number): string {
  const password = readIfThere(`${dir}.password`)?.trim() ?? '';
  // Without sslmode, PGSSLMODE in the environment could ask for what this server does not offer.
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres?sslmode=disable`;
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function launch(dir: string, { postgres }: Binaries, plan: LaunchPlan, settings: string[]) {
  const port = await freePort();
  const flags = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
  ];
  const args = [...flags, ...settings].flatMap((setting) => ['-c', setting]);
  const [command = '', ...rest] = [...plan.prefix, postgres, '-D', dir, '-p', String(port), ...args];
  const log = openSync(`${dir}.log`, 'a', 0o600);
  // Detached, so that Ctrl-C reaches this process only and the application drains before its database stops.
  const child = spawn(command, rest, {
    cwd: '/',
    stdio: ['ignore', log, log],
    detached: true,
    ...plan.spawnAs,
  });
  child.once('error', () => undefined);
  closeSync(log);
  const url = address(dir, port);
  while (!(await answers(url))) {
    if (hasEnded(child) || child.pid === undefined)
      throw new Error(`The embedded database did not start:\n${tail(`${dir}.log`)}`);
    await sleep(25);
  }
  child.unref();
  return { child, url };
}

async function stopServer(child: ChildProcess, dir: string): Promise<void> {
  if (!hasEnded(child)) {
    child.ref();
    const ended = new Promise((settle) => child.once('exit', settle));
    child.kill('SIGINT');
    await ended;
  }
  release(dir);
}

/**
 * Uses the server that another process runs on the same data, as soon as it answers.
 * @returns undefined once no other process does and the data folder is this process's to serve
 */
async function joinRunning(dir: string): Promise<EmbeddedDatabase | undefined> {
  while (!claim(dir)) {
    const server = runningServer(dir);
    const url = server && address(dir, server.port);
    if (url && (await answers(url))) return { url, pid: server.pid, stop: () => Promise.resolve() };
    await sleep(50);
  }
  return undefined;
}

/** Another program may take the free port before the server does, so a failed start is tried once more. */
async function launchTwice(...parameters: Parameters<typeof launch>) {
  return launch(...parameters).catch(() => launch(...parameters));
}

/**
 * Starts the server of a data folder, creating the folder when there is none, or joins the one that another
 * process of this machine has started on it. A server whose owner was killed is stopped and started again.
 * @throws Error with the server's own last words when it does not start
 */
export async function startEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const dir = resolve(options.dir);
  const { disposable = false } = options;
  const binaries = findBinaries();
  mkdirSync(dirname(dir), { recursive: true, mode: 0o711 });
  const running = await joinRunning(dir);
  if (running) return running;
  try {
    await stopOrphan(dir);
    const plan = planLaunch(binaries.initdb, dirname(dir));
    if (existsSync(join(dir, 'PG_VERSION'))) handOver(plan, dir);
    else createCluster(dir, binaries, plan, disposable);
    const { child, url } = await launchTwice(dir, binaries, plan, disposable ? carelessFlags : []);
    return { url, pid: child.pid ?? 0, stop: () => stopServer(child, dir) };
  } catch (error) {
    release(dir);
    throw error;
  }
}

import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { beginKeeping } from './embedded-begin';
import { findBinaries } from './embedded-launch';
import { claim, interrupt, keeperOf, release, tail } from './embedded-owner';
import { type Use, useServer } from './embedded-use';
import { readIfThere } from './kept-secret';
import { startOf } from './process-table';

/**
 * A PostgreSQL server on 127.0.0.1 that lives as long as any process uses it, whichever started it. It stops
 * when the last one has stopped, has ended without stopping, or was killed.
 */
export interface EmbeddedDatabase {
  /** Superuser's address of the database `postgres`. */
  url: string;
  /** Process id of the server. */
  pid: number;
  /** Ends this process's use. Waits for the end of the server, unless other processes go on using it. */
  stop(): Promise<void>;
}

/** Where an embedded server keeps its data, and whether anyone will miss it. */
export interface EmbeddedOptions {
  /** Data folder; `<dir>.log`, `<dir>.password` and `<dir>.owner` lie beside it. */
  dir: string;
  /** For tests: many connections, and nothing is written through to the disk. */
  disposable?: boolean;
}

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

/** Ends a process whose database is gone: it could only fail at each thing it is asked, until it is restarted. */
function endWithoutDatabase(dir: string, server: { pid: number; start: string }): void {
  // Where the system cannot tell the server that its keeper was killed, it still runs.
  if (server.start !== '' && startOf(server.pid) === server.start) interrupt(server.pid);
  process.stderr.write(
    `The embedded database has ended while this process used it, so this process ends, too. ` +
      `Its last words are in ${dir}.log. Start again; what was committed is kept.\n`,
  );
  process.exit(1);
}

async function whenReady(dir: string, use: Use): Promise<EmbeddedDatabase | undefined> {
  const { pid, port } = use.server;
  const url = address(dir, port);
  while (!(await answers(url))) {
    if (use.isOver()) return undefined;
    await sleep(25);
  }
  const start = startOf(pid);
  use.onLost(() => endWithoutDatabase(dir, { pid, start }));
  return { url, pid, stop: () => use.leave() };
}

/** Uses the server that a keeper runs, as soon as it answers; undefined when none does, or it is ending. */
async function joinRunning(dir: string): Promise<EmbeddedDatabase | undefined> {
  const keeper = keeperOf(dir);
  const use = keeper && (await useServer(keeper));
  return use && whenReady(dir, use);
}

/**
 * Starts the server of a data folder, creating the folder when there is none, or joins the one that another
 * process of this machine has started on it. A server whose keeper was killed is stopped and started again.
 *
 * When the keeper or the server is killed under a process that uses it, that process ends with an error.
 * @throws Error with the server's own last words when it does not start
 */
export async function startEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const dir = resolve(options.dir);
  const binaries = findBinaries();
  mkdirSync(dirname(dir), { recursive: true, mode: 0o711 });
  // Another program may take the free port before the server does, so a failed start is tried once more.
  for (let starts = 0; ;) {
    const running = await joinRunning(dir);
    if (running) return running;
    if (!claim(dir)) await sleep(50);
    else if (starts++ < 2) await beginKeeping(dir, binaries, options.disposable ?? false);
    else {
      release(dir);
      throw new Error(`The embedded database did not start:\n${tail(`${dir}.log`)}`);
    }
  }
}

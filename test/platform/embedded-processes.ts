import { transformFileSync } from '@swc/core';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withConnection } from '../../src/platform/connection';
import { startOf } from '../../src/platform/process-table';

const parts = ['begin', 'cluster', 'database', 'keeper', 'launch', 'owner', 'use'];
const sources = [...parts.map((part) => `embedded-${part}`), 'kept-secret', 'process-table'];
const user = `
  const { startEmbeddedDatabase } = require('./embedded-database');
  startEmbeddedDatabase({ dir: process.argv[2], disposable: true }).then((server) => {
    process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
    console.log(JSON.stringify({ url: server.url, pid: server.pid }));
    setInterval(() => undefined, 1000);
  });`;

/** A process of its own that uses an embedded database. */
export interface User {
  child: ChildProcess;
  server: { url: string; pid: number };
  /** What it has written to standard error. */
  said(): string;
}

/** A folder of data, and processes that use it. */
export interface Users {
  folder: string;
  /** Starts a process that starts, or joins, the server of the data folder of this name. */
  start(data: string, env?: NodeJS.ProcessEnv): Promise<User>;
  /** The process that keeps the server of the data folder of this name. */
  keeperOf(data: string): number;
  /** Ends all processes that are left, and waits for the servers. */
  endAll(): Promise<void>;
  /** The same, and removes the folder. */
  clear(): Promise<void>;
}

/** Waits until a process has ended by itself, and tells its exit code. */
export const ended = async ({ child }: User): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null)
    await new Promise((settle) => child.once('exit', settle));
  return child.exitCode;
};

/** Sends a signal to a process and waits for its end. */
export async function end(user: User, signal: NodeJS.Signals): Promise<void> {
  user.child.kill(signal);
  await ended(user);
}

/** Whether a process has ended, within five seconds. */
export async function gone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 100 && startOf(pid) !== ''; tries++) await sleep(50);
  return startOf(pid) === '';
}

/** Asks the server that a process uses. */
export const ask = ({ server }: User, sql: string) =>
  withConnection(server.url, async (client) => (await client.query(sql)).rows);

/** A folder with the compiled sources of the embedded database, for processes without a compiler. */
export function prepareUsers(): Users {
  const folder = mkdtempSync(join(tmpdir(), 'accord-embedded-'));
  chmodSync(folder, 0o711);
  mkdirSync(join(folder, 'code'));
  for (const name of sources) {
    const { code } = transformFileSync(resolve(`src/platform/${name}.ts`), {
      swcrc: false,
      module: { type: 'commonjs' },
      jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    });
    writeFileSync(join(folder, 'code', `${name}.js`), code);
  }
  writeFileSync(join(folder, 'code/user.js'), user);
  const started: User[] = [];

  async function start(data: string, env: NodeJS.ProcessEnv = {}): Promise<User> {
    const child = spawn(process.execPath, [join(folder, 'code/user.js'), join(folder, data)], {
      env: { ...process.env, NODE_PATH: resolve('node_modules'), NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const line = await new Promise<string>((settle, fail) => {
      child.stdout.once('data', (chunk: Buffer) => settle(chunk.toString()));
      child.once('exit', () => fail(new Error(said)));
    });
    const user = { child, server: JSON.parse(line) as User['server'], said: () => said };
    started.push(user);
    return user;
  }

  const keeperOf = (data: string) =>
    (JSON.parse(readFileSync(join(folder, `${data}.owner`), 'utf8')) as { pid: number }).pid;

  async function endAll(): Promise<void> {
    for (const user of started) await end(user, 'SIGTERM');
    for (const { server } of started.splice(0)) await gone(server.pid);
  }

  async function clear(): Promise<void> {
    await endAll();
    rmSync(folder, { recursive: true });
  }
  return { folder, start, keeperOf, endAll, clear };
}

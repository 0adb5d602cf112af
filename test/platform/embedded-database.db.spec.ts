import { transformFileSync } from '@swc/core';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withConnection } from '../../src/platform/connection';
import { startOf } from '../../src/platform/process-table';

const sources = ['database', 'begin', 'cluster', 'keeper', 'launch', 'owner', 'use'].map((part) => `embedded-${part}`);
const owner = `
  const { startEmbeddedDatabase } = require('./embedded-database');
  startEmbeddedDatabase({ dir: process.argv[2], disposable: true }).then((server) => {
    process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
    console.log(JSON.stringify({ url: server.url, pid: server.pid }));
    setInterval(() => undefined, 1000);
  });`;

interface Server {
  url: string;
  pid: number;
}

describe('the embedded database', () => {
  let folder: string;
  const started: ChildProcess[] = [];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'accord-embedded-'));
    chmodSync(folder, 0o711);
    mkdirSync(join(folder, 'code'));
    for (const name of [...sources, 'kept-secret', 'process-table']) {
      const { code } = transformFileSync(resolve(`src/platform/${name}.ts`), {
        swcrc: false,
        module: { type: 'commonjs' },
        jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
      });
      writeFileSync(join(folder, 'code', `${name}.js`), code);
    }
    writeFileSync(join(folder, 'code/owner.js'), owner);
  });

  afterAll(async () => {
    for (const child of started) await end(child, 'SIGTERM');
    rmSync(folder, { recursive: true });
  });

  /** Starts a process of its own that owns, or joins, the server of a data folder. */
  async function start(data: string): Promise<{ child: ChildProcess; server: Server }> {
    const child = spawn(process.execPath, [join(folder, 'code/owner.js'), join(folder, data)], {
      env: { ...process.env, NODE_PATH: resolve('node_modules'), NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    started.push(child);
    const line = await new Promise<Buffer>((settle) => child.stdout?.once('data', settle));
    return { child, server: JSON.parse(line.toString()) as Server };
  }

  async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((settle) => child.once('exit', settle));
    child.kill(signal);
    await ended;
  }

  async function gone(pid: number): Promise<boolean> {
    for (let tries = 0; tries < 100 && startOf(pid) !== ''; tries++) await sleep(50);
    return startOf(pid) === '';
  }

  const ask = (url: string, sql: string) =>
    withConnection(url, async (client) => (await client.query(sql)).rows);

  it('dies with a process that was killed, and comes back with its data', async () => {
    const first = await start('killed');
    await ask(first.server.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await end(first.child, 'SIGKILL');
    expect(await gone(first.server.pid)).toBe(true);
    const second = await start('killed');
    expect(await ask(second.server.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  it('is joined, not started twice, by a second process', async () => {
    const [first, second] = await Promise.all([start('shared'), start('shared')]);
    expect(second.server.pid).toBe(first.server.pid);
    expect(await ask(second.server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('stops on request and leaves no owner behind', async () => {
    const { child, server } = await start('stopped');
    await end(child, 'SIGTERM');
    expect(await gone(server.pid)).toBe(true);
    expect(existsSync(join(folder, 'stopped.owner'))).toBe(false);
  });

  it('sorts by code point and sees letters outside ASCII', async () => {
    const { server } = await start('stopped');
    const sql = "SELECT upper('é') AS upper, datctype FROM pg_database WHERE datname = current_database()";
    expect(await ask(server.url, sql)).toEqual([{ upper: 'É', datctype: 'C.UTF-8' }]);
  });
});

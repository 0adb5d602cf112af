// Kills the running application without warning, again and again, and asks afterwards for all that it had acknowledged.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as later } from 'node:timers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Secret, TOTP } from 'otpauth';

const ROUNDS = 3;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'accord-survival-'));
const env = { ...process.env, PORT: '0', PUBLIC_URL: 'http://127.0.0.1', DATA_DIR: join(folder, 'data') };
for (const name of ['DATABASE_URL', 'MIGRATION_DATABASE_URL', 'JOBS_DATABASE_URL']) delete env[name];
const password = 'correct horse battery staple';

/** Starts the application and waits for its address. */
async function start() {
  const child = spawn(process.execPath, ['dist/src/main.js'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  for (let tries = 0; tries < 600; tries++) {
    const url = /serves at (\S+)/.exec(said)?.[1];
    if (url) return { child, url };
    if (child.exitCode !== null) break;
    await sleep(50);
  }
  throw new Error(`The application did not start: ${said}`);
}

function operator(args, input = '') {
  const { status, stderr } = spawnSync(process.execPath, ['dist/src/cli/main.js', ...args], {
    cwd: root,
    env,
    input,
  });
  if (status !== 0) throw new Error(`accord ${args.join(' ')}: ${stderr}`);
}

async function request(url, path, { token, body } = {}) {
  const response = await fetch(url + path, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(body ? { 'Content-Type': 'application/json' } : {}),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Signs in once, with a second factor, which an administrator needs; the session survives as all else has to. */
async function signIn(url) {
  const body = { email: 'admin@survivor.example', password };
  const { access_token: token } = await request(url, '/api/v1/sign-in', { body });
  const { secret } = await request(url, '/api/v1/me/second-factor', { token, body: { password } });
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await request(url, '/api/v1/me/second-factor/confirmation', { token, body: { code } });
  return token;
}

/** Creates keys as fast as it can until the application is gone; returns the names it had acknowledged. */
async function createUntilKilled({ child, url }, round, token) {
  const acknowledged = [];
  later(() => child.kill('SIGKILL'), 300 + Math.random() * 700);
  for (let n = 0; ; n++) {
    const name = `round ${round} key ${n}`;
    const body = { name, expires_at: new Date(Date.now() + 86_400_000).toISOString() };
    try {
      await request(url, '/api/v1/api-keys', { token, body });
    } catch {
      return acknowledged;
    }
    acknowledged.push(name);
  }
}

/** The names of all keys, page by page. */
async function allKeys(url, token) {
  const names = new Set();
  for (let cursor = ''; cursor !== null;) {
    const { items, next } = await request(url, `/api/v1/api-keys?limit=200${cursor && `&cursor=${cursor}`}`, {
      token,
    });
    for (const { name } of items) names.add(name);
    cursor = next;
  }
  return names;
}

let running;
try {
  running = await start();
  operator([
    'organization',
    'create',
    'survivor',
    '--name',
    'Survivor (invented)',
    '--kind',
    'national-cert',
  ]);
  operator(
    [
      'admin',
      'create',
      '--organization',
      'survivor',
      '--email',
      'admin@survivor.example',
      '--name',
      'Admin (invented)',
    ],
    password,
  );
  const token = await signIn(running.url);
  const acknowledged = [];
  for (let round = 1; round <= ROUNDS; round++) {
    acknowledged.push(...(await createUntilKilled(running, round, token)));
    running = await start();
  }
  const kept = await allKeys(running.url, token);
  const lost = acknowledged.filter((name) => !kept.has(name));
  if (acknowledged.length === 0 || lost.length > 0)
    throw new Error(`Lost after kill -9: ${lost.join(', ') || 'nothing was done'}`);
  console.log(`${acknowledged.length} acknowledged changes survived ${ROUNDS} kills`);
} finally {
  if (running) {
    const ended = new Promise((settle) => running.child.once('exit', settle));
    running.child.kill('SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}

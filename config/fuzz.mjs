// npm run fuzz -- --minutes N [--seed S]: random worlds and random sequences of acts, each asked of everything that answers,
// until the time is up or two answers differ. Then it prints the world and how to ask it again, and ends with 1. It brings its own PostgreSQL.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function fail(message) {
  console.error(message);
  process.exit(2);
}

function read() {
  try {
    return parseArgs({
      options: {
        minutes: { type: 'string', default: '1' },
        seed: { type: 'string', default: String(randomInt(2 ** 31)) },
        property: { type: 'string' },
        path: { type: 'string' },
      },
    }).values;
  } catch (error) {
    return fail(error.message);
  }
}

const { minutes, seed, property, path } = read();
if (!(Number(minutes) > 0)) fail('--minutes is a number above zero.');
if (!/^-?\d+$/.test(seed)) fail('--seed is a whole number.');
if (property !== undefined && !['database', 'http', 'sequences'].includes(property))
  fail('--property is database, http or sequences.');
if (path !== undefined && (!property || !/^\d+(:\d+)*$/.test(path)))
  fail('--path is as it was printed, with its --property and --seed.');

console.log(path ? `Seed ${seed}, path ${path}` : `${minutes} minutes from seed ${seed}`);
const child = spawn('jest', ['--config', 'config/jest.fuzz.config.cjs', '--runInBand'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
    NODE_OPTIONS: '--no-warnings',
    FUZZ_MINUTES: minutes,
    FUZZ_SEED: seed,
    ...(property !== undefined && { FUZZ_PROPERTY: property }),
    ...(path !== undefined && { FUZZ_PATH: path }),
  },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.once('close', (status) => {
  process.exitCode = status === 0 ? 0 : 1;
});

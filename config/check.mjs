// Everything a change has to pass, in one command: npm run check. It ends with the number of failures, and of steps
// that could not be done here.
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
const quiet = '--disable-warning=DeprecationWarning'; // TypeORM asks one connection several things at once
const untyped = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'; // sources are read as they are

/** Two lanes for two cores; the steps of a lane run one after the other. */
const lanes = [
  [
    { name: 'types', command: 'tsc --noEmit -p tsconfig.json' },
    { name: 'lint', command: 'eslint . --max-warnings=0' },
    { name: 'licences', command: 'node config/check-licences.mjs' },
    { name: 'audit', command: 'node config/check-audit.mjs' },
    { name: 'browser', command: `node ${untyped} config/check-browser.mjs` },
  ],
  [
    { name: 'build', command: 'node config/bootstrap.mjs --build' },
    { name: 'migrations', command: `node ${quiet} dist/config/check-migrations.js`, needs: 'build' },
    { name: 'openapi', command: 'node dist/src/cli/main.js openapi --check', needs: 'build' },
    { name: 'redocly', command: 'redocly lint docs/openapi.json --config config/redocly.yaml' },
    { name: 'client', command: 'openapi-typescript docs/openapi.json -o docs/openapi.d.ts --check' },
    { name: 'survival', command: 'node config/check-survival.mjs', needs: 'build' },
    { name: 'story', command: 'node config/check-story.mjs', needs: 'build' },
    { name: 'format', command: 'prettier --check . --log-level warn' },
  ],
];
// The command that the README gives; it has both cores to itself and speaks for itself.
const last = { name: 'tests', command: 'npm test', live: true };

/** How a step says that it could not be done here; it has said why. */
const SKIPPED = 77;

/** Runs one step and reports it; what a passing step says is of no interest, unless it is live. */
async function run({ name, command, live = false }) {
  const begin = performance.now();
  const child = spawn(command, {
    cwd: root,
    shell: true,
    stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    env: { ...process.env, PATH: path },
  });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => output.push(chunk));
  const status = await new Promise((settle) => child.once('close', settle));
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const passed = status === 0 || status === SKIPPED;
  const verdict = status === SKIPPED ? 'skipped' : passed ? 'passed ' : 'FAILED ';
  if (status !== 0) console.log(Buffer.concat(output).toString().trimEnd());
  console.log(`${verdict} ${name.padEnd(10)} ${seconds.padStart(6)} s   ${command}`);
  return { name, passed, skipped: status === SKIPPED };
}

async function runLane(steps) {
  const results = [];
  for (const step of steps) {
    const blocked = results.some(({ name, passed }) => name === step.needs && !passed);
    if (blocked) console.log(`FAILED  ${step.name.padEnd(10)} not run, because ${step.needs} failed`);
    results.push(blocked ? { name: step.name, passed: false } : await run(step));
  }
  return results;
}

const results = (await Promise.all(lanes.map(runLane))).flat();
results.push(await run(last));
const failed = results.filter(({ passed }) => !passed);
const skipped = results.filter((result) => result.skipped);
if (failed.length > 0) console.log(`Failed: ${failed.map(({ name }) => name).join(', ')}`);
if (skipped.length > 0) console.log(`Skipped: ${skipped.map(({ name }) => name).join(', ')}`);
console.log(
  `${results.length - failed.length - skipped.length} passed, ${failed.length} failed, ${skipped.length} skipped`,
);
process.exitCode = failed.length > 0 ? 1 : 0;

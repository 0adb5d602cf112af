// Asks the registry whether a package of an installation is known to be vulnerable. Where the registry does not
// answer the question, the check says that it was skipped; it never passes for that.
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How a step says that it could not be done here. */
const SKIPPED = 77;
const root = dirname(dirname(fileURLToPath(import.meta.url)));

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  cwd: root,
  encoding: 'utf8',
  timeout: 60_000,
  shell: process.platform === 'win32',
});

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

const { vulnerabilities, message = 'no answer' } = parsed(stdout ?? '');
if (!vulnerabilities) {
  console.log(`The registry does not answer an audit: ${message.split(' - ')[0]}`);
  process.exit(SKIPPED);
}
const found = Object.values(vulnerabilities);
for (const { name, severity, range } of found) console.log(`${severity}: ${name} ${range}`);
console.log(`${found.length} packages with known vulnerabilities`);
process.exitCode = found.some(({ severity }) => severity === 'high' || severity === 'critical') ? 1 : 0;

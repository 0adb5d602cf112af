// Makes a checkout ready to run: installs what the lock file says and, with --build, compiles what changed.
// Runs on the machine's own Node, before anything is installed: built-ins only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const inputs = [
  'src',
  'config',
  'migrations',
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
  'package-lock.json',
];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`);

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Every file below a path, in a fixed order. */
function files(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)));
}

function hashOf(...paths) {
  const hash = createHash('sha256');
  for (const file of paths
    .map((path) => join(root, path))
    .filter(existsSync)
    .flatMap(files))
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

const stampOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/**
 * Runs a command on the machine's own Node. In an npm script, node_modules/.bin is first in the path, and
 * the Node there is about to be deleted and installed again.
 */
function run(command, args) {
  const path = (process.env.PATH ?? '').split(delimiter).filter((entry) => !entry.startsWith(modules));
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: path.join(delimiter) },
    shell: process.platform === 'win32',
  });
  if (error) fail(`${command} cannot be run: ${error.message}`);
  if (status !== 0) fail(`${[command, ...args].join(' ')} failed.`);
}

function install() {
  const stamp = join(modules, '.lock-stamp');
  const wanted = hashOf('package-lock.json');
  if (stampOf(stamp) === wanted) return;
  console.log('Installing packages (npm ci), about half a minute …');
  // Warnings are hidden: the machine's Node may be older than packages ask for that will run on the installed one.
  run('npm', ['ci', '--include=dev', '--include=optional', '--loglevel=error']);
  writeFileSync(stamp, wanted);
}

function build() {
  const stamp = join(root, 'dist', '.source-stamp');
  const wanted = hashOf(...inputs);
  if (stampOf(stamp) === wanted) return;
  console.log('Compiling (nest build), about ten seconds …');
  rmSync(stamp, { force: true });
  const own = join(modules, '.bin', 'node');
  run(existsSync(own) ? own : process.execPath, [join(modules, '@nestjs/cli/bin/nest.js'), 'build']);
  writeFileSync(stamp, wanted);
}

install();
if (process.argv.includes('--build')) build();

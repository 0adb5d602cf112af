// Plays the demonstration in a folder of its own and fails when a step of the story does not hold.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'accord-story-'));
const env = { ...process.env, DATA_DIR: join(folder, 'data') };
for (const name of ['DATABASE_URL', 'MIGRATION_DATABASE_URL', 'JOBS_DATABASE_URL', 'PORT', 'PUBLIC_URL'])
  delete env[name];
const { status } = spawnSync(process.execPath, ['dist/src/cli/main.js', 'demo', '--exit'], {
  cwd: root,
  env,
  stdio: 'inherit',
});
rmSync(folder, { recursive: true, force: true });
process.exitCode = status ?? 1;

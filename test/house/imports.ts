import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { type Fault, sorted } from './fault';

const project = resolve(__dirname, '../..');

/**
 * The imports below `<root>/src` that break a rule of .dependency-cruiser.cjs.
 * The checker runs in a process of its own, which costs a second and keeps it out of Jest's module loader.
 */
export async function importFaults(root: string): Promise<Fault[]> {
  const checker = resolve(project, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const config = resolve(project, '.dependency-cruiser.cjs');
  const args = [checker, 'src', '--config', config, '--output-type', 'json'];
  const output = await new Promise<string>((settle, fail) => {
    const limits = { cwd: root, maxBuffer: 256 * 1024 * 1024, env: { ...process.env, NODE_OPTIONS: '' } };
    execFile(process.execPath, args, limits, (error, stdout, stderr) =>
      // It ends with the number of violations: what it found counts, not how it ended.
      stdout.startsWith('{') ? settle(stdout) : fail(new Error(stderr || error?.message)),
    );
  });
  const { summary } = JSON.parse(output) as ICruiseResult;
  if (summary.totalCruised === 0) throw new Error(`There was nothing to check in ${root}/src.`);
  return sorted(summary.violations.map(({ from, rule }) => ({ file: from, rule: rule.name })));
}

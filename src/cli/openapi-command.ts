import type { Command } from 'commander';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithoutDatabase } from '../describe-without-database';
import { PROJECT_FOLDER } from '../platform/version';

const FILE = join(PROJECT_FOLDER, 'docs', 'openapi.json');

/** Writes the description of the web API, or compares the kept one with the code. */
export function openapiCommand(program: Command): void {
  program
    .command('openapi')
    .description('write docs/openapi.json from the code')
    .option('--check', 'only compare, and fail on a difference')
    .action(async ({ check }: { check?: boolean }) => {
      const described = `${JSON.stringify(await describeWithoutDatabase(), null, 2)}\n`;
      if (!check) return writeFileSync(FILE, described);
      if (readFileSync(FILE, 'utf8') === described)
        return console.log('docs/openapi.json says what the code does.');
      throw new Error('docs/openapi.json differs from the code. Write it again: npm run accord -- openapi');
    });
}

import type { Command } from 'commander';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { restoreBackup } from '../platform/backup/restore-backup';
import { writeBackup } from '../platform/backup/write-backup';
import { prepareDatabase } from '../platform/prepare-database';
import { loadSettings } from '../platform/settings';

async function withOwnerUrl<T>(work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const database = await prepareDatabase(loadSettings());
  try {
    return await work(database.ownerUrl);
  } finally {
    await database.stop();
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** `accord backup` and `accord restore`: the whole database in one file, and back into an empty one. */
export function backupCommands(program: Command): void {
  program
    .command('backup')
    .description('write all data into one compressed file, beside a running server or without one')
    .argument('<file>', 'a file that is not there yet')
    .action(async (file: string) => {
      if (existsSync(file)) throw new Error(`${file} is there already.`);
      const { at, tables, rows } = await withOwnerUrl((url) => writeBackup(url, file));
      console.log(`Wrote ${rows} rows of ${tables} tables as of ${at} to ${file}.`);
      console.log(`SHA-256 of the file: ${await digestOf(file)}`);
      console.log(
        'The secret of the installation (ACCORD_SECRET) is not in it: keep a copy of that elsewhere.',
      );
    });

  program
    .command('restore')
    .description(
      'restore a backup into an empty installation of the same version; nothing may be running on it',
    )
    .argument('<file>', 'what `accord backup` wrote')
    .action(async (file: string) => {
      if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
      const { at, rows } = await withOwnerUrl((url) => restoreBackup(url, file));
      console.log(`Restored ${rows} rows as of ${at}.`);
      console.log(
        'Start with another ACCORD_SECRET if partners may have pulled since: their cursors are ahead.',
      );
    });
}

import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { BundleFile, NoBundle, type Verified, verifyBundle } from '../../record';
import { shown } from '../shown';

interface Words {
  key?: string[];
  earlier?: string;
  json?: boolean;
}

/** What scripts read: 0 everything holds, 1 something does not, 2 it cannot be read as a bundle. */
const ENDS = { holds: 0, refuted: 1, unreadable: 2 } as const;

/** What was found, for people. */
export function verifiedLines(found: Verified): string[] {
  const { origin, size, root, keys, pinned, cosigned, entries, parts } = found;
  return [
    `${origin}: ${size} entries, root ${root}`,
    `signed by ${keys.join(', ')}${pinned ? '' : ' (as the bundle shows it: compare it with what the keeper of the log told you, and name it with --key)'}`,
    ...cosigned.map(({ organization, at }) => `cosigned by ${organization} at ${at}`),
    ...(cosigned.length === 0 ? ['cosigned by nobody'] : []),
    `${entries} entries and ${parts} parts of them were looked at`,
    ...(found.consistent_with === null
      ? []
      : [`its first ${found.consistent_with} entries are those of the checkpoint that was kept`]),
    ...found.faults.map(({ says }) => `✗ ${says}`),
    found.holds
      ? '✓ Everything holds: nothing was changed, dropped, added, reordered or cut off.'
      : '✗ It does not hold.',
  ];
}

async function verify(path: string, { key = [], earlier, json }: Words): Promise<number> {
  const file = await BundleFile.open(path);
  try {
    const kept = earlier === undefined ? undefined : readFileSync(earlier, 'utf8');
    const found = await verifyBundle(file, { keys: key, earlier: kept });
    console.log(json ? JSON.stringify(found, null, 2) : verifiedLines(found).map(shown).join('\n'));
    return found.holds ? ENDS.holds : ENDS.refuted;
  } finally {
    file.close();
  }
}

export function verifyCommand(program: Command): void {
  program
    .command('verify <bundle>')
    .description('Verify an exported log, without a network and without a database.')
    .option(
      '--key <keys...>',
      'verifier keys of the log, as its keeper told you; else those in the bundle are relied on',
    )
    .option('--earlier <file>', 'a checkpoint of this log that you kept: the log has to begin with it')
    .option('--json', 'for machines')
    .addHelpText(
      'after',
      '\nEnds with 0 when everything holds, 1 when something does not, 2 when it cannot be read as a bundle.',
    )
    .action(async (path: string, words: Words) => {
      process.exitCode = await verify(path, words).catch((error: unknown) => {
        if (!(error instanceof NoBundle) && (error as NodeJS.ErrnoException).code === undefined) throw error;
        console.error((error as Error).message);
        return ENDS.unreadable;
      });
    });
}

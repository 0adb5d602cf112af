import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { shown } from '../shown';
import { LogClient } from './log-client';
import { Witness, type Witnessed } from './witness';
import { WitnessFolder } from './witness-folder';

interface Words {
  folder: string;
  name?: string;
  url?: string;
  apiKeyFile?: string;
  trust?: string[];
  acceptKeys?: boolean;
  json?: boolean;
  every?: string;
}

/** What scripts read: 0 all is consistent, 1 something could not be asked, 2 a log is not what it was. */
const ENDS = { consistent: 0, failed: 1, broken: 2 } as const;
const BROKEN: readonly Witnessed['verdict'][] = ['not-believed', 'rolled-back', 'forked', 'gone'];

function endOf(found: readonly Witnessed[]): number {
  if (found.some(({ verdict }) => BROKEN.includes(verdict))) return ENDS.broken;
  return found.some(({ verdict }) => verdict === 'failed') ? ENDS.failed : ENDS.consistent;
}

const MARKS = { cosigned: '✓', 'not-signed-yet': '·' } as const;
const lineOf = ({ name, verdict, says }: Witnessed): string =>
  `${(MARKS as Partial<Record<Witnessed['verdict'], string>>)[verdict] ?? '✗'} ${name}: ${says}`;

/** The key of the folder; the first time it is made and shown. @returns undefined where it was made just now */
function keyOf(folder: WitnessFolder, name: string | undefined) {
  const key = folder.key();
  if (key) return key;
  if (name === undefined)
    throw new Error(
      'This folder has no key yet. Name the witness with --name, as witness.cert.example, to make one.',
    );
  const { verifierKey } = folder.make(name);
  console.log(`Made the key of the witness ${name}. An administrator of its organization adds it with`);
  console.log(`  POST /api/v1/witnesses {"verifier_key": "${verifierKey}"}`);
  console.log(
    'or in the portal under Record. Then issue an API key with the scope `witness`, and run this again.',
  );
  return undefined;
}

const PAUSE = /^[1-9]\d{0,5}$/;

async function witness(words: Words): Promise<number> {
  const folder = new WitnessFolder(words.folder);
  const key = keyOf(folder, words.name);
  if (!key) return ENDS.consistent;
  const { url, apiKeyFile, every } = words;
  if (url === undefined || apiKeyFile === undefined) throw new Error('Say --url and --api-key-file.');
  if (every !== undefined && !PAUSE.test(every))
    throw new Error('--every must be a whole number of seconds.');
  const client = new LogClient(url, readFileSync(apiKeyFile, 'utf8').trim());
  const watching = new Witness(client, folder, key, () => new Date());
  for (;;) {
    const found = await watching.all(words.trust ?? [], words.acceptKeys ?? false);
    console.log(words.json ? JSON.stringify(found) : found.map(lineOf).map(shown).join('\n'));
    const end = endOf(found);
    // What broke once is not looked over by going on.
    if (every === undefined || end === ENDS.broken) return end;
    await new Promise((settle) => setTimeout(settle, Number(every) * 1000));
  }
}

export function witnessCommand(program: Command): void {
  program
    .command('witness')
    .description(
      'Check that the logs of your organization only grew since the last time, and cosign their heads.',
    )
    .requiredOption('--folder <folder>', 'where its key is kept, and what it has seen')
    .option('--name <name>', 'name of the witness, to make its key the first time, as witness.cert.example')
    .option('--url <url>', 'address of the installation that keeps the logs')
    .option('--api-key-file <file>', 'file with an API key that has the scope witness')
    .option(
      '--trust <keys...>',
      'verifier keys of logs, as their keepers told you; else those shown first are trusted',
    )
    .option('--accept-keys', 'trust the keys that known logs have come to sign with')
    .option('--every <seconds>', 'go on, with a pause between, until something is not what it was')
    .option('--json', 'for machines')
    .addHelpText(
      'after',
      '\nEnds with 0 when all is consistent, 1 when something could not be asked, 2 when a log was rolled back, forked, or is gone.',
    )
    .action(async (words: Words) => {
      process.exitCode = await witness(words);
    });
}

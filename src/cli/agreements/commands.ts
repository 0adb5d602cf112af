import type { Command } from 'commander';
import { readFileSync, writeFileSync } from 'node:fs';
import { type CanonicalDocument, ExportTerms, signed } from '../../agreements';
import { canonicalBytes } from '../../record';
import { Refusal } from '../../platform/refusal';
import { type Open, openInstallation } from '../ask-question';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { shown } from '../shown';
import { compareFiles, NotCompared } from './compare';
import { templateCommands } from './template-commands';
import { compareLines } from './compare-lines';

interface ExportWords {
  by: string;
  terms?: string;
  output?: string;
  sign?: string;
}
interface CompareWords {
  json?: boolean;
  verifyWith?: string;
}

/** What scripts read: 0 the same, 1 they differ, 2 one of them cannot be read or is not what it says. */
const ENDS = { same: 0, differ: 1, unreadable: 2 } as const;

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined || /^[1-9]\d{0,5}$/.test(text)) return text === undefined ? undefined : Number(text);
  throw Refusal.invalid({
    field: '--terms',
    rule: 'number',
    message: 'must be the number of a terms version',
  });
}

async function exportTerms(open: Open, reference: string, words: ExportWords): Promise<void> {
  const number = numberOf(words.terms);
  const key = words.sign === undefined ? undefined : readFileSync(words.sign);
  const { app, viewer, close } = await open(words.by);
  let document: CanonicalDocument;
  try {
    const get = <T>(type: new (...needs: never[]) => T): T => app.get<T>(type, { strict: false });
    document = await get(ViewerTransaction).run(viewer, () => get(ExportTerms).run(reference, number));
  } finally {
    await close();
  }
  const text = canonicalBytes(key ? signed(document, key) : document).toString();
  if (words.output === undefined) return console.log(text);
  writeFileSync(words.output, `${text}\n`);
  const { terms_version: version, canonical_sha256: sha256 } = document;
  console.log(`Wrote terms ${version} of ${reference} to ${words.output}: ${sha256}`);
}

function compare(fileA: string, fileB: string, { json, verifyWith }: CompareWords): number {
  try {
    const found = compareFiles(fileA, fileB, verifyWith);
    console.log(json ? JSON.stringify(found, null, 2) : compareLines(found).join('\n'));
    return found.same ? ENDS.same : ENDS.differ;
  } catch (error) {
    // Whatever it is: 1 would say that they were compared, and differ.
    const message = error instanceof Error ? error.message : String(error);
    const file = error instanceof NotCompared ? error.file : null;
    if (json) console.log(JSON.stringify({ same: null, fault: { file, message } }, null, 2));
    else console.error(shown([file, message].filter((one) => one !== null).join(': ')));
    return ENDS.unreadable;
  }
}

/** `accord agreement`: `export`, `compare`, `templates` and `template`. */
export function agreementCommands(
  program: Command,
  open: Open = openInstallation,
  end: (code: number) => void = (code) => void (process.exitCode = code),
): void {
  const agreement = program
    .command('agreement')
    .description('terms of agreements: to compare, and to begin with');
  templateCommands(agreement);

  agreement
    .command('export')
    .description('write the terms of an agreement in canonical form (RFC 8785), with their hash')
    .argument('<reference>', 'of the agreement')
    .requiredOption('--by <email>', 'liaison, releaser or auditor of a party, in whose name you read it')
    .option('--terms <number>', 'which terms; by default those in force, or the latest')
    .option('-o, --output <file>', 'where to write it; by default to standard output')
    .option('--sign <file>', 'sign it with the Ed25519 key in this file (PEM)')
    .action((reference: string, words: ExportWords) => exportTerms(open, reference, words));

  agreement
    .command('compare')
    .description('say whether two exports encode the same; ends with 0 (same), 1 (differ) or 2 (unreadable)')
    .argument('<A>', 'your own export')
    .argument('<B>', 'that of the other side')
    .option('--verify-with <file>', 'B has to be signed with the Ed25519 key in this file (PEM)')
    .option('--json', 'for machines')
    .exitOverride((error) => {
      // Called in another way than it is meant, it compared nothing.
      if (error.exitCode !== 0) process.exit(ENDS.unreadable);
      process.exit(0);
    })
    .action((a: string, b: string, words: CompareWords) => end(compare(a, b, words)));
}

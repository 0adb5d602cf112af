import type { ImportAdvisory, ImportOptions } from '../advisories';
import { INFORMATION_TYPES, RSIT_CODES, SECTORS } from '../disclosure';
import { mayCall } from '../platform/access';
import { type FieldError, Refusal } from '../platform/refusal';
import type { Viewer } from '../platform/viewer';
import type { ViewerTransaction } from '../platform/viewer-transaction';
import { bytesOf, filesBehind, type FoundFile } from './import-files';
import { type FileOutcome, type Tally, textLine, textSummary } from './import-lines';

/** What the operator asked for. */
export interface ImportCsafOptions {
  /** Files, and folders of which every `*.json` is taken. */
  paths: readonly string[];
  dryRun?: boolean;
  /** One JSON object a line instead of text. */
  json?: boolean;
  /** A refused document makes the command fail. */
  strict?: boolean;
  /** For the whole batch, where the documents do not say it. */
  informationType?: string;
  categories?: readonly string[];
  sectors?: readonly string[];
  audience?: 'partners';
}

/** What an import works with. */
export interface ImportCsafContext {
  transaction: Pick<ViewerTransaction, 'run'>;
  importAdvisory: ImportAdvisory;
  /** The analyst in whose name documents are imported. */
  viewer: Viewer;
  /** Takes a line of the result; standard output unless told otherwise. */
  print?: (line: string) => void;
  /** Where progress is shown, if it is a terminal; standard error unless told otherwise. */
  progress?: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;
}

/** 16 MiB, the same as the web API takes. */
const LARGEST_FILE = 16 * 1024 * 1024;

const unknown = (field: string, values: readonly string[], known: readonly string[]): FieldError[] =>
  values
    .filter((value) => !known.includes(value))
    .map((value) => ({ field, rule: 'unknown', message: `${value} is none of ${known.join(', ')}` }));

/** The batch's handling in the words of the vocabulary. @throws Refusal 422 for a word that is none */
function handlingOf(options: ImportCsafOptions): ImportOptions {
  const { informationType: written, categories, sectors, audience, dryRun } = options;
  const faults = [
    ...unknown('--type', written === undefined ? [] : [written], INFORMATION_TYPES),
    ...unknown('--category', categories ?? [], RSIT_CODES),
    ...unknown('--sector', sectors ?? [], SECTORS),
    ...unknown('--audience', audience === undefined ? [] : [audience], ['partners']),
  ];
  if (faults.length > 0) throw Refusal.invalid(...faults);
  const informationType = INFORMATION_TYPES.find((known) => known === written);
  return { dryRun, informationType, categories, sectors, audience };
}

async function importFile(
  { path, fault }: FoundFile,
  options: ImportOptions,
  { transaction, importAdvisory, viewer }: ImportCsafContext,
): Promise<FileOutcome> {
  const bytes = fault === undefined ? await bytesOf(path, LARGEST_FILE) : { fault };
  if (!Buffer.isBuffer(bytes)) {
    const findings = [{ path: '', rule: 'accord file', message: bytes.fault }];
    return { path, outcome: 'refused', findings, notes: [] };
  }
  try {
    return { path, ...(await transaction.run(viewer, () => importAdvisory.execute(bytes, options))) };
  } catch (error) {
    return { path, outcome: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Imports CSAF documents from files, each in a transaction of its own: a faulty one never stops the rest. One line a
 * document, one summary at the end.
 * @returns the exit code: 0, or 1 when something failed unexpectedly or, with `strict`, a document was refused
 * @throws Refusal for words that are not in the vocabulary and for a viewer who is no analyst
 */
export async function importCsaf(options: ImportCsafOptions, context: ImportCsafContext): Promise<0 | 1> {
  const { print = (line) => void process.stdout.write(`${line}\n`), progress = process.stderr } = context;
  const { json = false, strict = false, dryRun = false } = options;
  if (!mayCall(context.viewer, ['analyst']))
    throw Refusal.forbidden('access/not-for-you', 'Documents are imported in the name of an analyst.');
  const handling = handlingOf(options);
  const tally: Tally = { accepted: 0, already_known: 0, refused: 0, failed: 0 };
  let seen = 0;
  for await (const file of filesBehind(options.paths)) {
    seen += 1;
    if (progress.isTTY) progress.write(`\r${seen} …`);
    const outcome = await importFile(file, handling, context);
    tally[outcome.outcome] += 1;
    if (progress.isTTY) progress.write('\r\x1b[K');
    print(json ? JSON.stringify(outcome) : textLine(outcome));
  }
  print(json ? JSON.stringify({ summary: tally, dry_run: dryRun }) : textSummary(tally, dryRun));
  return tally.failed > 0 || (strict && tally.refused > 0) ? 1 : 0;
}

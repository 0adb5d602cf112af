import type { ImportReport } from '../advisories';
import { shown } from './shown';

/** What became of one file: a report, or what failed without being the document's fault. */
export type FileOutcome = { path: string } & (ImportReport | { outcome: 'failed'; message: string });

/** How many files came to which end. */
export type Tally = Record<FileOutcome['outcome'], number>;

const WORDS = { accepted: 'accepted', already_known: 'known', refused: 'refused', failed: 'failed' } as const;
const MOST_FINDINGS = 5;

function details(outcome: FileOutcome): string[] {
  if (outcome.outcome === 'failed') return [outcome.message];
  if (outcome.outcome !== 'refused') {
    const { advisory, version, notes } = outcome;
    return [`${advisory ?? 'new'} version ${version}`, ...notes.map(({ rule }) => rule)];
  }
  const more = outcome.findings.length - MOST_FINDINGS;
  return [
    ...outcome.findings
      .slice(0, MOST_FINDINGS)
      .map(({ path, rule, message }) => `${path}:${rule}:${message}`),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}

/** One line for one file: what became of it, its path, and why. */
export const textLine = (outcome: FileOutcome): string =>
  shown([`${WORDS[outcome.outcome].padEnd(8)} ${outcome.path}`, ...details(outcome)].join('; '));

/** The last line: how many came to which end. */
export const textSummary = (tally: Tally, dryRun: boolean): string =>
  `${tally.accepted} accepted, ${tally.already_known} known, ${tally.refused} refused, ${tally.failed} failed` +
  (dryRun ? ' (dry run: nothing was stored)' : '');

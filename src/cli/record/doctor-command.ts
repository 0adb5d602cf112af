import type { Command } from 'commander';
import { diagnose, type Diagnosis } from '../../record';
import { withOperator } from '../operator-database';

/** What was found, for people. */
export function diagnosisLines({
  logs,
  entries,
  disclosures,
  waiting,
  keys,
  found,
  drift,
}: Diagnosis): string[] {
  return [
    `${logs} logs with ${entries} entries, and ${disclosures} disclosures were looked at; ${waiting} entries wait for their place.`,
    `Heads are signed with ${keys.join(', ') || 'no key yet'}.`,
    ...drift.map(({ log, says }) => `✗ ${log === null ? '' : `log ${log}: `}${says}`),
    ...(found > drift.length ? [`and ${found - drift.length} more.`] : []),
    found === 0 ? '✓ Everything is as it was written.' : `✗ ${found} things are not as they were written.`,
  ];
}

/** Whoever runs the installation compares what is stored with what was written. */
export function doctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('recompute every tree, part and content digest of the live database, and say what drifted')
    .option('--json', 'for machines')
    .addHelpText(
      'after',
      '\nEnds with 0 when everything is as it was written, and with 1 when something is not. It changes nothing.',
    )
    .action(({ json = false }: { json?: boolean }) =>
      withOperator(async ({ owner }) => {
        const found = await diagnose((sql, parameters) => owner.query(sql, parameters));
        console.log(json ? JSON.stringify(found, null, 2) : diagnosisLines(found).join('\n'));
        process.exitCode = found.found === 0 ? 0 : 1;
      }),
    );
}

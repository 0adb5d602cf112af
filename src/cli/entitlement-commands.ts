import type { Command } from 'commander';
import { matchEntitlements, type Matching, type Rebuilt, rebuildEntitlements } from '../disclosure';
import { asOperator } from '../organizations';
import { PUBLIC_TEAM } from '../platform/viewer';
import { withOperator } from './operator-database';

const counted = ({ handle, versions, of, gained, lost, kept }: Rebuilt): string =>
  `${handle}: ${versions} of ${of} released versions, ${gained} entitlements gained, ${lost} lost, ${kept} kept`;

const matched = ({ handle, agreement, terms, versions, of, made }: Matching): string =>
  `${handle}, ${agreement} terms ${terms}: ${versions} of ${of} released versions, ${made} entitlements made`;

/** The line of the chunk that is done; on a terminal it takes the place of the one before. */
function showProgress(line: string, last: boolean): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}${last ? '\n' : ''}`);
  else console.error(line);
}

/** Commands about what the rules have settled beforehand. */
export function entitlementCommands(program: Command): void {
  const entitlements = program
    .command('entitlements')
    .description('who is entitled to which released version, as the rules have settled it');
  entitlements
    .command('match')
    .description('match what is left of signed terms with what was released before, ahead of the job')
    .option('--dry-run', 'only say what is left')
    .action(async ({ dryRun = false }: { dryRun?: boolean }) => {
      const all = await withOperator((operator) =>
        matchEntitlements((id, work) => asOperator(operator, id, work), PUBLIC_TEAM, {
          dryRun,
          progress: (so_far) => showProgress(matched(so_far), so_far.versions >= so_far.of),
        }),
      );
      for (const one of all) console.log(matched(one));
      if (all.length === 0) return console.log('All signed terms are matched.');
      console.log(dryRun ? 'Nothing was changed.' : 'All signed terms are matched now.');
    });
  entitlements
    .command('rebuild')
    .description('make all entitlements anew by the present rules; goes on where it was cut off')
    .option('--dry-run', 'only say what would be gained and lost')
    .action(async ({ dryRun = false }: { dryRun?: boolean }) => {
      const rebuilt = await withOperator((operator) =>
        rebuildEntitlements((id, work) => asOperator(operator, id, work), PUBLIC_TEAM, {
          dryRun,
          progress: (sum) => showProgress(counted(sum), sum.versions >= sum.of),
        }),
      );
      for (const sum of rebuilt) console.log(counted(sum));
      if (rebuilt.length === 0) return console.log('All entitlements are by the present rules.');
      console.log(dryRun ? 'Nothing was changed.' : 'All entitlements are by the present rules now.');
    });
}

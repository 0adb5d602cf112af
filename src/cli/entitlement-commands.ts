import type { Command } from 'commander';
import { type Rebuilt, rebuildEntitlements } from '../disclosure';
import { asOperator } from '../organizations';
import { PUBLIC_TEAM } from '../platform/viewer';
import { withOperator } from './operator-database';

const counted = ({ handle, versions, of, gained, lost, kept }: Rebuilt): string =>
  `${handle}: ${versions} of ${of} released versions, ${gained} entitlements gained, ${lost} lost, ${kept} kept`;

/** The line of the chunk that is done; on a terminal it takes the place of the one before. */
function showProgress(sum: Rebuilt): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r\x1b[K${counted(sum)}${sum.versions >= sum.of ? '\n' : ''}`);
  else console.error(counted(sum));
}

/** Commands about what the rules have settled beforehand. */
export function entitlementCommands(program: Command): void {
  program
    .command('entitlements')
    .description('who is entitled to which released version, as the rules have settled it')
    .command('rebuild')
    .description('make all entitlements anew by the present rules; goes on where it was cut off')
    .option('--dry-run', 'only say what would be gained and lost')
    .action(async ({ dryRun = false }: { dryRun?: boolean }) => {
      const rebuilt = await withOperator((operator) =>
        rebuildEntitlements((id, work) => asOperator(operator, id, work), PUBLIC_TEAM, {
          dryRun,
          progress: showProgress,
        }),
      );
      for (const sum of rebuilt) console.log(counted(sum));
      if (rebuilt.length === 0) return console.log('All entitlements are by the present rules.');
      console.log(dryRun ? 'Nothing was changed.' : 'All entitlements are by the present rules now.');
    });
}

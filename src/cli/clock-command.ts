import type { Command } from 'commander';
import { asOperator, type Operator } from '../organizations';
import { PUBLIC_TEAM } from '../platform/viewer';
import { withOperator } from './operator-database';

const BEHIND = `
  SELECT GREATEST(0, (SELECT last_value FROM app.clock_mark) - (extract(epoch FROM clock_timestamp()) * 1000)::bigint)::float8 AS ms`;

/** How far the database's clock is behind what was decided already, in milliseconds. */
export async function clockBehind({ owner }: Operator): Promise<number> {
  return (await owner.query<{ ms: number }[]>(BEHIND))[0]?.ms ?? 0;
}

/** Takes the database's clock as right although it is behind; the public's house log says so. */
export async function acceptClock(operator: Operator): Promise<void> {
  const behind = await clockBehind(operator);
  await operator.owner.query(`SELECT setval('app.clock_mark', 0)`);
  await asOperator(operator, PUBLIC_TEAM, (_transaction, record) =>
    record.appendToOwnHouse('clock/accepted', { by: 'operator', behind_milliseconds: behind }),
  );
}

/** What whoever runs the installation does when its clock was wrong. */
export function clockCommand(program: Command): void {
  program
    .command('clock')
    .description('the clock of the database')
    .command('accept')
    .description('decide by the clock although it is behind; without --yes it only says how far')
    .option('--yes', 'do it: what ended since that instant is open again until it comes')
    .action(({ yes = false }: { yes?: boolean }) =>
      withOperator(async (operator) => {
        const behind = await clockBehind(operator);
        console.log(`The clock is ${behind / 1000} seconds behind what was decided already.`);
        if (!yes) return console.log('Nothing was changed. Say --yes to decide by it all the same.');
        await acceptClock(operator);
        console.log('The clock is accepted.');
      }),
    );
}

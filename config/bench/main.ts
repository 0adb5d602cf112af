// npm run bench -- SUBJECT: Accord beside a baseline, in turns, in one run. Figures are ratios; times are of this machine.
import { Command, InvalidArgumentError } from 'commander';
import { feedBench } from './feed/command';

const whole = (text: string): number => {
  const number = Number(text);
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('It is a whole number above zero.');
  return number;
};

const program = new Command('bench').description('measures Accord beside a baseline, in turns, in one run');
program
  .command('feed')
  .description("a page of a partner's feed beside the plain primary-key page of the same rows")
  .option('--versions <n>', 'advisory versions', whole, 1_000_000)
  .option('--organizations <n>', 'organizations', whole, 200)
  .option('--grants <n>', 'grants, two for each agreement', whole, 10_000)
  .option('--rounds <n>', 'measured rounds for each figure', whole, 400)
  .option('--json <file>', 'write the figures as JSON')
  .option('--svg <file>', 'write them as a picture')
  .option('--fresh', 'seed the data again', false)
  .action(feedBench);
program.parseAsync().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

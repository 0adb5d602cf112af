// npm run bench -- SUBJECT: Accord beside a baseline, in turns, in one run. Figures are ratios; times are of this machine.
import { Command, InvalidArgumentError } from 'commander';
import { decideBench } from './decide/command';
import { feedBench } from './feed/command';
import { pagesBench } from './pages/command';
import { releaseBench } from './release/command';
import { whatIfBench } from './what-if/command';

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
program
  .command('decide')
  .description('decisions a second, with reasons and without, beside CASL, Cedar and a map written by hand')
  .option('--organizations <n>', 'organizations', whole, 200)
  .option('--partners <n>', 'from how many others a team receives, on average', whole, 10)
  .option('--questions <n>', 'questions of a round', whole, 2000)
  .option('--rounds <n>', 'measured rounds of each', whole, 25)
  .option('--json <file>', 'write the figures as JSON')
  .option('--svg <file>', 'write them as a picture')
  .action(decideBench);
program
  .command('release')
  .description('releasing to many teams, signing over a catalogue, and a stop, beside plain inserts')
  .option('--versions <n>', 'released versions of the catalogue', whole, 1_000_000)
  .option('--teams <n>', 'teams that a release goes to', whole, 200)
  .option('--rounds <n>', 'measured rounds of releases and stops', whole, 100)
  .option('--catalogue-rounds <n>', 'measured rounds of signing over the catalogue', whole, 3)
  .option('--json <file>', 'write the figures as JSON')
  .option('--svg <file>', 'write them as a picture')
  .option('--fresh', 'seed the data again', false)
  .action(releaseBench);
program
  .command('what-if')
  .description('a question over a whole catalogue, and what others do while it is answered')
  .option('--versions <n>', 'released versions of the catalogue', whole, 200_000)
  .option('--teams <n>', 'teams with an agreement', whole, 10)
  .option('--rounds <n>', 'measured rounds of questions, and of each act beside one', whole, 3)
  .option('--act-rounds <n>', 'measured rounds of each act alone', whole, 10)
  .option('--json <file>', 'write the figures as JSON')
  .option('--fresh', 'seed the data again', false)
  .action(whatIfBench);
program
  .command('pages')
  .description('a page of the portal with a list of 50 rows, beside the same rows as JSON')
  .option('--versions <n>', 'advisories of the list', whole, 1000)
  .option('--rounds <n>', 'measured rounds of each', whole, 200)
  .option('--json <file>', 'write the figures as JSON')
  .option('--svg <file>', 'write them as a picture')
  .option('--fresh', 'seed the data again', false)
  .action(pagesBench);
program.parseAsync().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

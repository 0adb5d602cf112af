import type { Command } from 'commander';
import { randomBytes } from 'node:crypto';
import { describeWithoutDatabase } from '../../describe-without-database';
import { entities } from '../../entities';
import { Clock } from '../../platform/clock';
import { createDataSource } from '../../platform/data-source';
import { loadSettings } from '../../platform/settings';
import { serve, type Serving, stopOnSignal } from '../../serving';
import { advisories, beforehand } from './advisories';
import { agreements } from './agreements';
import { approvals } from './approvals';
import { audit } from './audit';
import { castMember, ORGANIZATION_KEYS, PERSON_KEYS } from './cast';
import { consentRequests } from './consent-requests';
import { consents, passingOn } from './conditions';
import { cooperation } from './cooperation';
import { emergencies } from './emergencies';
import { byName, overlay } from './persons-and-law';
import { changes, stop } from './changes';
import { nationalCategories } from './national-categories';
import { obligations } from './obligations';
import { pulls } from './pulls';
import { Examples } from './examples';
import type { Listener } from './http-client';
import { corrigenda, paper, succession, trilateral } from './instruments';
import { requests } from './requests';
import { seedCast } from './seed-cast';
import { setStage, type Stage } from './stage';
import { Story } from './story';
import { teams } from './teams';
import { victims } from './victims';

const say = (line: string): void => console.log(line);

/** Puts the cast into the demonstration's database, as the operator does, and plays the story over HTTP. */
async function play(
  { url, database }: Serving,
  password: string,
  heard?: Listener,
): Promise<{ stage: Stage; held: boolean }> {
  const owner = await createDataSource(database.ownerUrl, { entities }).initialize();
  try {
    await seedCast({ owner, clock: new Clock() }, password);
  } finally {
    await owner.destroy();
  }
  const story = new Story(say);
  const stage = await setStage(url, password, story, heard);
  const first = [beforehand, agreements, advisories, pulls, obligations, changes, stop, requests, audit];
  const later = [
    consents,
    passingOn,
    byName,
    overlay,
    teams,
    victims,
    consentRequests,
    nationalCategories,
    approvals,
    emergencies,
  ];
  const instruments = [cooperation, paper, succession, corrigenda, trilateral];
  for (const chapter of [...first, ...later, ...instruments]) await chapter(stage);
  return { stage, held: story.close() };
}

/** Who can sign in now, and with what. */
function logins({ keys }: Stage, password: string, url: string): void {
  say(`\nEverybody signs in at ${url}/portal with the password ${password}`);
  for (const key of PERSON_KEYS) {
    const { email, name, roles } = castMember(key);
    say(`  ${email.padEnd(34)} ${name}, ${roles.join(', ')}`);
  }
  say('\nSystems pull with these keys, as Authorization: Bearer KEY');
  for (const key of ORGANIZATION_KEYS) say(`  ${key.padEnd(10)} ${keys.get(key)}`);
  say(`\nThe demonstration serves at ${url} until you press Ctrl-C. All of it is invented.`);
}

/** `accord demo`: a world of its own, the story, and a server to look around in. */
export function demoCommand(program: Command): void {
  program
    .command('demo')
    .description('play the main story in a demonstration world of its own')
    .option('--exit', 'stop afterwards, with a failure code when a step did not hold')
    .option('--examples', 'keep an answer of each operation under docs/examples, for the description')
    .action(async (options: { exit?: boolean; examples?: boolean }) => {
      const examples = options.examples ? new Examples(await describeWithoutDatabase()) : undefined;
      const settings = loadSettings({
        PORT: '0',
        PUBLIC_URL: 'http://127.0.0.1',
        LOG_LEVEL: 'warn',
        ...process.env,
      });
      const serving = await serve(settings, { demo: true });
      stopOnSignal(serving);
      say(`A demonstration world at ${serving.url}. Everything in it is invented.`);
      const password = randomBytes(9).toString('base64url');
      const { stage, held } = await play(serving, password, examples?.hear).catch(async (error: unknown) => {
        await serving.stop();
        throw error;
      });
      if (!held) process.exitCode = 1;
      if (examples)
        say(`${examples.write()} examples are in docs/examples; now write the description again.`);
      if (options.exit) await serving.stop();
      else logins(stage, password, serving.url);
    });
}

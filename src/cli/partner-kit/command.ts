import { NestFactory } from '@nestjs/core';
import { type Command, InvalidArgumentError } from 'commander';
import { AppModule } from '../../app.module';
import { FindTestItem } from '../../disclosure';
import { entities } from '../../entities';
import { DescribeMe } from '../../me';
import { DescribeOrganization, Organizations } from '../../organizations';
import { Clock } from '../../platform/clock';
import { createDataSource } from '../../platform/data-source';
import { prepareDatabase } from '../../platform/prepare-database';
import { loadSettings } from '../../platform/settings';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { type WantedKit, writeKit } from './write-kit';

interface Words {
  folder?: string;
  key: boolean;
  keyName: string;
  days: number;
  allow?: string[];
  operatorContact?: string;
}

function readDays(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= 400) return days;
  throw new InvalidArgumentError('It must be a whole number from 1 to 400.');
}

/** Writes a kit of the installation of this folder, beside a running server or without one. */
async function run(organization: string, words: Words): Promise<void> {
  const { folder = `partner-kit-${organization}`, keyName: name, days, allow, operatorContact } = words;
  const settings = loadSettings();
  const database = await prepareDatabase(settings);
  try {
    const owner = await createDataSource(database.ownerUrl, { entities }).initialize();
    const app = await NestFactory.createApplicationContext(AppModule.forRoot(settings, database), {
      logger: ['error', 'fatal'],
      abortOnError: false,
    });
    try {
      const key = words.key ? { name, days, allowedAddresses: allow } : null;
      const wanted: WantedKit = { organization, folder, key, operatorContact };
      const get = <T>(type: new (...needs: never[]) => T): T => app.get<T>(type, { strict: false });
      const issued = await writeKit(wanted, {
        operator: { owner, clock: new Clock() },
        transaction: get(ViewerTransaction),
        describeMe: get(DescribeMe),
        organizations: get(Organizations),
        describeOrganization: get(DescribeOrganization),
        findTestItem: get(FindTestItem),
        publicUrl: settings.publicUrl,
      });
      console.log(
        `Wrote ${folder} for ${organization}, which finds this installation at ${settings.publicUrl}.`,
      );
      if (issued)
        console.log(
          `Issued the API key ${issued.name} (${issued.prefix}), good until ${issued.expires_at.toISOString()}. It is in ${folder}/api-key and nowhere else.`,
        );
    } finally {
      await app.close();
      await owner.destroy();
    }
  } finally {
    await database.stop();
  }
}

/** `accord partner-kit`: what a partner's engineer needs to connect, in one folder. */
export function partnerKitCommand(program: Command): void {
  program
    .command('partner-kit')
    .description('write a folder with what an organization needs to connect its systems, an API key included')
    .argument('<handle>', 'the organization')
    .option('--folder <path>', 'where; new or empty. By default partner-kit-HANDLE')
    .option('--no-key', 'without an API key')
    .option('--key-name <name>', 'name of the key', 'Partner kit')
    .option('--days <n>', 'how long the key is good', readDays, 90)
    .option('--allow <ranges...>', 'addresses from which the key is accepted, as 192.0.2.0/24')
    .option('--operator-contact <text>', 'how you are reached, for the README')
    .action(run);
}

import { NestFactory } from '@nestjs/core';
import { type Command, Option } from 'commander';
import { ImportAdvisory, stopCsafValidator } from '../advisories';
import { AppModule } from '../app.module';
import { SECTORS, INFORMATION_TYPES } from '../disclosure';
import { prepareDatabase } from '../platform/prepare-database';
import { loadSettings } from '../platform/settings';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { importCsaf, type ImportCsafOptions } from './import-csaf';
import { importViewer } from './import-viewer';

interface Words extends Pick<ImportCsafOptions, 'dryRun' | 'json' | 'strict' | 'audience'> {
  as: string;
  by?: string;
  type?: string;
  category?: string[];
  sector?: string[];
}

/** Imports into the installation of this folder, beside a running server or without one. */
async function run(paths: string[], { as, by, type, category, sector, ...rest }: Words): Promise<void> {
  const settings = loadSettings();
  const database = await prepareDatabase(settings);
  try {
    const viewer = await importViewer(database.ownerUrl, as, by);
    const app = await NestFactory.createApplicationContext(AppModule.forRoot(settings, database), {
      logger: ['error', 'fatal'],
      abortOnError: false,
    });
    try {
      process.exitCode = await importCsaf(
        { paths, ...rest, informationType: type, categories: category, sectors: sector },
        {
          viewer,
          transaction: app.get(ViewerTransaction),
          importAdvisory: app.get(ImportAdvisory, { strict: false }),
        },
      );
    } finally {
      await app.close();
    }
  } finally {
    await stopCsafValidator();
    await database.stop();
  }
}

/** `accord import csaf`: takes files and folders of CSAF documents. */
export function importCommand(program: Command): void {
  program
    .command('import')
    .description('bring documents in')
    .command('csaf')
    .description(
      'import CSAF 2.0 and 2.1 documents; each is accepted, already known, or refused with its reasons',
    )
    .argument('<paths...>', 'files, and folders of which every .json is taken')
    .requiredOption('--as <handle>', 'organization that will own them')
    .option(
      '--by <email>',
      'analyst who imports; by default the organization’s import account, which nobody signs in to',
    )
    .option('--dry-run', 'only say what would happen')
    .option('--json', 'one JSON object a line')
    .option('--strict', 'fail when a document is refused')
    .addOption(
      new Option('--type <type>', 'information type, where the document does not tell').choices(
        INFORMATION_TYPES,
      ),
    )
    .option('--category <codes...>', 'RSIT codes as class/type')
    .addOption(new Option('--sector <sectors...>', 'sectors').choices(SECTORS))
    .addOption(
      new Option('--audience <audience>', 'who may have them once released; by default nobody').choices([
        'partners',
      ]),
    )
    .action(run);
}

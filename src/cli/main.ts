import 'reflect-metadata';
import { Command } from 'commander';
import { Refusal } from '../platform/refusal';
import { VERSION } from '../platform/version';
import { agreementCommands } from './agreements/commands';
import { backupCommands } from './backup-commands';
import { demoCommand } from './demo/command';
import { importCommand } from './import-command';
import { openapiCommand } from './openapi-command';
import { operatorCommands } from './operator-commands';
import { partnerKitCommand } from './partner-kit/command';
import { questionCommands } from './question-commands';
import { doctorCommand } from './record/doctor-command';
import { verifyCommand } from './record/verify-command';
import { witnessCommand } from './record/witness-command';

/** What went wrong, in the words of whoever refused it. */
function explain(error: unknown): string {
  if (!(error instanceof Refusal)) return error instanceof Error ? error.message : String(error);
  return [error.detail, ...error.errors.map(({ field, message }) => `  ${field}: ${message}`)].join('\n');
}

const program = new Command('accord')
  .description('Accord, at the command line')
  .version(VERSION)
  .showHelpAfterError();
operatorCommands(program);
partnerKitCommand(program);
backupCommands(program);
importCommand(program);
questionCommands(program);
agreementCommands(program);
witnessCommand(program);
verifyCommand(program);
doctorCommand(program);
openapiCommand(program);
demoCommand(program);

program.parseAsync().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});

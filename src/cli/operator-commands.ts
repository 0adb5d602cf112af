import type { Command } from 'commander';
import { createAdministrator } from '../accounts';
import { askPassword } from './ask-password';
import { clockCommand } from './clock-command';
import { entitlementCommands } from './entitlement-commands';
import { withOperator } from './operator-database';
import { organizationCommands } from './organization-commands';

/** Commands of whoever runs the installation: organizations, and administrators of each. */
export function operatorCommands(program: Command): void {
  organizationCommands(program);
  entitlementCommands(program);
  clockCommand(program);

  program
    .command('admin')
    .description('administrators')
    .command('create')
    .description('create an administrator; the password is asked for, or read from standard input')
    .requiredOption('--organization <handle>', 'organization that she administers')
    .requiredOption('--email <address>', 'what she signs in with')
    .requiredOption('--name <name>', 'her name')
    .action(async (options: { organization: string; email: string; name: string }) => {
      const password = await askPassword();
      await withOperator((operator) => createAdministrator(operator, { ...options, password }));
      console.log(`Created the administrator ${options.email} of ${options.organization}.`);
    });
}

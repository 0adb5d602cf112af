import type { Command } from 'commander';
import { createAdministrator } from '../accounts';
import { createOrganization, ORGANIZATION_KINDS, type NewOrganization } from '../organizations';
import { askPassword } from './ask-password';
import { withOperator } from './operator-database';

/** Commands of whoever runs the installation: organizations, and administrators of each. */
export function operatorCommands(program: Command): void {
  program
    .command('organization')
    .description('organizations of this installation')
    .command('create')
    .description('create an organization')
    .argument('<handle>', 'short name, lower case, as pkcert')
    .requiredOption('--name <name>', 'full name')
    .requiredOption('--kind <kind>', `one of ${ORGANIZATION_KINDS.join(', ')}`)
    .option('--country <code>', 'two letters')
    .option('--namespace <url>', 'https address that its documents name as publisher')
    .option('--parent <handle>', 'national CERT above a sectoral one')
    .action(async (handle: string, options: Omit<NewOrganization, 'handle'>) => {
      await withOperator((operator) => createOrganization(operator, { handle, ...options }));
      console.log(`Created the organization ${handle}.`);
    });

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

import type { Command } from 'commander';
import {
  createOrganization,
  findOrganization,
  type NewOrganization,
  ORGANIZATION_KINDS,
  setNamespace,
} from '../organizations';
import { withOperator } from './operator-database';

/** Commands about organizations, of whoever runs the installation. */
export function organizationCommands(program: Command): void {
  const organization = program.command('organization').description('organizations of this installation');

  organization
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

  organization
    .command('namespace')
    .description('give a namespace to an organization that has none; it never changes')
    .argument('<handle>', 'the organization')
    .argument('<url>', 'https address that its documents name as publisher')
    .action(async (handle: string, namespace: string) => {
      await withOperator(async (operator) => {
        const { id } = await findOrganization(operator, handle);
        await setNamespace(operator, { id, namespace });
      });
      console.log(`The namespace of ${handle} is ${namespace}.`);
    });
}

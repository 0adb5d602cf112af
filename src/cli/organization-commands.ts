import type { Command } from 'commander';
import { membershipOf } from '../accounts';
import {
  createOrganization,
  findOrganization,
  mergeOrganizations,
  type NewOrganization,
  ORGANIZATION_KINDS,
  setNamespace,
} from '../organizations';
import { mergerLines } from './merger-lines';
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

  organization
    .command('merge')
    .description('merge an organization into another; without --yes it only says what it would do')
    .argument('<from>', 'the organization that ends')
    .argument('<into>', 'the one that stays, to which the handle of the other leads then')
    .option('--dry-run', 'only say what it would do')
    .option('--yes', 'do it')
    .action(async (from: string, into: string, { dryRun, yes }: { dryRun?: boolean; yes?: boolean }) => {
      const merge = (confirmed: boolean) =>
        withOperator((operator) => mergeOrganizations(operator, { from, into, confirmed }, membershipOf));
      const preview = await merge(false);
      for (const line of mergerLines(preview)) console.log(line);
      if (preview.faults.length > 0) throw new Error('Nothing was changed: this merger is not possible.');
      if (dryRun || !yes) return console.log('Nothing was changed. Say --yes to do it.');
      await merge(true);
      console.log(`Merged ${from} into ${into}.`);
    });
}

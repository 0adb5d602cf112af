import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ApiKey, issueKey } from '../../accounts';
import type { FindTestItem } from '../../disclosure';
import type { DescribeMe } from '../../me';
import {
  type DescribeOrganization,
  findOrganization,
  type Operator,
  type Organizations,
} from '../../organizations';
import type { ViewerTransaction } from '../../platform/viewer-transaction';
import type { Callable, KitFacts } from './kit-facts';
import { pullScript } from './pull-script';
import { readmeFile } from './readme-file';
import { settingsFile } from './settings-file';

/** What the operator asked for. */
export interface WantedKit {
  /** Handle of the organization that connects. */
  organization: string;
  /** A folder that is not there yet, or is empty. */
  folder: string;
  /** Of the key; null for a kit without one. */
  key: { name: string; days: number; allowedAddresses?: string[] | undefined } | null;
  /** How the operator is reached. */
  operatorContact?: string | undefined;
}

/** What a kit is made with: the operator's connection for the key, the application's for all that is read. */
export interface KitContext {
  operator: Operator;
  transaction: Pick<ViewerTransaction, 'run'>;
  describeMe: DescribeMe;
  organizations: Organizations;
  describeOrganization: DescribeOrganization;
  findTestItem: FindTestItem;
  publicUrl: string;
}

const DAY = 86_400_000;

/** Makes the folder, for its owner alone. @throws Error if something is in it already */
function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty. Nothing was written. Name another folder with --folder.`);
}

/** What the organization itself may read, read as the application role: row-level security holds here as well. */
function readFacts(
  id: string,
  context: KitContext,
): Promise<Pick<KitFacts, 'me' | 'callables' | 'testItem'>> {
  return context.transaction.run({ organizationId: id, roles: [] }, async () => {
    const me = await context.describeMe.run();
    const callables: Callable[] = [];
    const names = new Map(me.directions?.map((one) => [one.counterpart, one.counterpart_name]));
    for (const [handle, name] of names) {
      const { id: other } = await context.organizations.byHandle(handle);
      callables.push({ handle, name, contacts: await context.describeOrganization.contacts(other) });
    }
    return { me, callables, testItem: await context.findTestItem.newest() };
  });
}

async function makeKey({ organization, folder, key }: WantedKit, operator: Operator): Promise<ApiKey | null> {
  if (!key) return null;
  const path = join(folder, 'api-key');
  // There before the key is, so that a full disk or a wrong right leaves no key that nobody holds.
  writeFileSync(path, '', { mode: 0o600, flag: 'wx' });
  const expires_at = new Date(operator.clock.now().getTime() + key.days * DAY).toISOString();
  const addresses = key.allowedAddresses ? { allowed_addresses: key.allowedAddresses } : {};
  const wantedKey = { organization, name: key.name, expires_at, ...addresses };
  const { key: written, ...issued } = await issueKey(operator, wantedKey).catch((error: unknown) => {
    rmSync(path);
    throw error;
  });
  writeFileSync(path, `${written}\n`);
  return issued;
}

/**
 * Writes what a partner's engineer needs to connect into a folder of its own. The key is issued at the operator's
 * word, on the record of the organization.
 * @returns the key that was issued, without its secret
 * @throws Error for a folder that is not empty, Refusal for an unknown organization or a faulty key
 */
export async function writeKit(wanted: WantedKit, context: KitContext): Promise<ApiKey | null> {
  const { id } = await findOrganization(context.operator, wanted.organization);
  makeFolder(wanted.folder);
  const read = await readFacts(id, context);
  const key = await makeKey(wanted, context.operator);
  const facts: KitFacts = {
    ...read,
    key,
    base: context.publicUrl.replace(/\/+$/, ''),
    operator: wanted.operatorContact ?? null,
  };
  const put = (name: string, text: string, mode: number) =>
    writeFileSync(join(wanted.folder, name), text, { mode, flag: 'wx' });
  put('README.md', readmeFile(facts), 0o600);
  put('settings.json', settingsFile(facts), 0o600);
  put('pull.sh', pullScript(facts), 0o700);
  return key;
}

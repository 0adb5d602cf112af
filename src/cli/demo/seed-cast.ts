import type { INestApplicationContext } from '@nestjs/common';
import { createAccount, hashPassword, IssueApiKey } from '../../accounts';
import { createOrganization, type Operator } from '../../organizations';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import {
  castMember,
  ORGANIZATION_KEYS,
  ORGANIZATIONS,
  type OrganizationKey,
  PERSON_KEYS,
  type PersonKey,
} from './cast';

/** Ids of the organizations and people that were created, by their keys. */
export interface SeededCast {
  organizations: Record<OrganizationKey, string>;
  people: Record<PersonKey, string>;
}

/**
 * Creates the organizations and people of the cast on the owner's connection.
 * @param password one password for everybody: who runs the demonstration chooses it, and it is hashed once
 */
export async function seedCast(operator: Operator, password: string): Promise<SeededCast> {
  const organizations = {} as SeededCast['organizations'];
  for (const handle of ORGANIZATION_KEYS)
    organizations[handle] = (await createOrganization(operator, { handle, ...ORGANIZATIONS[handle] })).id;
  const passwordHash = await hashPassword(password);
  const people = {} as SeededCast['people'];
  for (const key of PERSON_KEYS) {
    const { organization, email, name, roles } = castMember(key);
    const account = { email, name, roles, passwordHash };
    people[key] = await createAccount(operator, organizations[organization], account);
  }
  return { organizations, people };
}

/**
 * Issues a key for the systems of each organization, in the name of its administrator.
 * @returns the keys themselves, which cannot be had again
 */
export async function issueCastKeys(
  app: INestApplicationContext,
  { organizations, people }: SeededCast,
  expiresAt: Date,
): Promise<Record<OrganizationKey, string>> {
  const issue = app.get(IssueApiKey, { strict: false });
  const keys = {} as Record<OrganizationKey, string>;
  for (const handle of ORGANIZATION_KEYS) {
    const viewer = {
      organizationId: organizations[handle],
      personId: people[`${handle}-administrator`],
      roles: ['administrator'] as const,
    };
    const wanted = { name: `Systems of ${handle}`, expires_at: expiresAt.toISOString() };
    const issued = await app.get(ViewerTransaction, { strict: false }).run(viewer, () => issue.run(wanted));
    keys[handle] = issued.key;
  }
  return keys;
}

import { randomBytes } from 'node:crypto';
import { createAccount, hashPassword } from '../accounts';
import { entities } from '../entities';
import { findOrganization, type Operator } from '../organizations';
import { Clock } from '../platform/clock';
import { createDataSource } from '../platform/data-source';
import { Refusal } from '../platform/refusal';
import type { Role, Viewer } from '../platform/viewer';

const known = `SELECT a.id, a.name, a.organization_id, ARRAY(SELECT role FROM account_role r WHERE r.account_id = a.id) AS roles
  FROM account a WHERE a.email = lower($1) AND NOT EXISTS (SELECT 1 FROM account_departure d WHERE d.account_id = a.id)`;

interface Known {
  id: string;
  name: string;
  organization_id: string;
  roles: Role[];
}

/** The account for what the operator imports: no roles, and a password that nobody has ever seen. */
async function importAccount(operator: Operator, organizationId: string, handle: string): Promise<string> {
  const email = `import@${handle}.invalid`;
  const [found] = await operator.owner.query<Known[]>(known, [email]);
  if (found && found.organization_id !== organizationId)
    throw Refusal.conflict(
      'account/email-taken',
      `${email} is an account of another organization. Name an analyst with --by.`,
    );
  if (found) return found.id;
  const passwordHash = await hashPassword(randomBytes(32).toString('base64url'));
  return createAccount(operator, organizationId, {
    email,
    name: 'Import at the command line',
    roles: [],
    passwordHash,
  });
}

/**
 * In whose name the operator imports: an analyst of the organization, or its import account.
 * @throws Refusal 422 for an unknown organization, or a person who is no analyst of it
 */
export async function importViewer(ownerUrl: string, as: string, by: string | undefined): Promise<Viewer> {
  const owner = await createDataSource(ownerUrl, { entities }).initialize();
  try {
    const operator = { owner, clock: new Clock() };
    const { id: organizationId } = await findOrganization(operator, as);
    if (by === undefined)
      return {
        organizationId,
        personId: await importAccount(operator, organizationId, as),
        roles: ['analyst'],
      };
    const [person] = await owner.query<Known[]>(known, [by]);
    if (person?.organization_id === organizationId && person.roles.includes('analyst'))
      return { organizationId, personId: person.id, roles: ['analyst'] };
    throw Refusal.invalid({ field: '--by', rule: 'analyst', message: `must be an analyst of ${as}` });
  } finally {
    await owner.destroy();
  }
}

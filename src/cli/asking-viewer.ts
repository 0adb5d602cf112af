import { entities } from '../entities';
import { createDataSource } from '../platform/data-source';
import { Refusal } from '../platform/refusal';
import type { Role, Viewer } from '../platform/viewer';

/** Who may ask why somebody sees something, as over the web API. */
const MAY_ASK: readonly Role[] = ['liaison', 'releaser', 'auditor'];

const PERSON = `SELECT a.id, a.organization_id, ARRAY(SELECT role FROM account_role r WHERE r.account_id = a.id) AS roles
  FROM account a WHERE a.email = lower($1) AND NOT EXISTS (SELECT 1 FROM account_departure d WHERE d.account_id = a.id)`;

/**
 * In whose name the operator asks: a person who might ask herself.
 * @throws Refusal 422 for anybody else
 */
export async function askingViewer(ownerUrl: string, email: string): Promise<Viewer> {
  const owner = await createDataSource(ownerUrl, { entities }).initialize();
  try {
    const [person] = await owner.query<{ id: string; organization_id: string; roles: Role[] }[]>(PERSON, [
      email,
    ]);
    if (!person?.roles.some((role) => MAY_ASK.includes(role)))
      throw Refusal.invalid({
        field: '--by',
        rule: 'may-ask',
        message: `must be the e-mail address of a ${MAY_ASK.join(', ')} of the organization in whose name you ask`,
      });
    return { organizationId: person.organization_id, personId: person.id, roles: person.roles };
  } finally {
    await owner.destroy();
  }
}

import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Refusal } from '../../platform/refusal';
import { findOrganization, type Operator } from '../../organizations';
import { hashPassword, refuseWeakPassword } from '../passwords';
import { PersonBody } from '../people/accounts.dto';
import { createAccount } from './create-account';

/** Whom the operator makes an administrator; the organization is named by its handle. */
export interface NewAdministrator {
  email: string;
  name: string;
  password: string;
  organization: string;
}

/**
 * Creates an administrator at the operator's word: the first person of an organization, or the one who lets an
 * organization in again that lost all of its own. The password is the operator's; none is ever made up.
 * @returns the account's id
 * @throws Refusal 422 for an unknown organization, a faulty e-mail or name or a weak password, `account/email-taken`
 */
export async function createAdministrator(
  operator: Operator,
  { organization, ...wanted }: NewAdministrator,
): Promise<string> {
  const person = plainToInstance(PersonBody, wanted);
  const faults = validateSync(person).flatMap(({ property: field, constraints = {} }) =>
    Object.entries(constraints).map(([rule, message]) => ({ field, rule, message })),
  );
  if (faults.length > 0) throw Refusal.invalid(...faults);
  const { email, name, password } = person;
  refuseWeakPassword(password, email);
  const { id } = await findOrganization(operator, organization);
  const passwordHash = await hashPassword(password);
  return createAccount(operator, id, { email, name, passwordHash, roles: ['administrator'] });
}

import { asOperator, type Operator } from '../../organizations';
import { AccountsStore, type NewAccount } from '../people/accounts.store';
import { emailTaken } from '../people/create-account';

/**
 * Creates an account at the operator's word, with a hash made beforehand by `hashPassword`.
 * @returns the account's id
 * @throws Refusal `account/email-taken`
 */
export function createAccount(
  operator: Operator,
  organizationId: string,
  account: NewAccount,
): Promise<string> {
  return asOperator(operator, organizationId, async (transaction, record) => {
    const id = await new AccountsStore(transaction).add(account);
    if (!id) throw emailTaken();
    const { email, name, roles } = account;
    const entry = { by: 'operator', account: id, email, name, roles };
    await record.appendToOwnHouse('account/created', entry);
    return id;
  });
}

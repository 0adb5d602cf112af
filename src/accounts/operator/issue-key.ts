import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { asOperator, findOrganization, type Operator } from '../../organizations';
import { Refusal } from '../../platform/refusal';
import { IssueApiKeyBody } from '../api-keys/api-keys.dto';
import { type ApiKey, ApiKeysStore } from '../api-keys/api-keys.store';
import { AccountsStore } from '../people/accounts.store';
import { Administration } from '../people/administration';
import { SystemsAccount } from '../api-keys/systems-account';
import { IssueApiKey } from '../api-keys/issue-api-key';

/** What the operator says of a key; the organization is named by its handle. */
export interface OperatorsKey {
  organization: string;
  name: string;
  expires_at: string;
  allowed_addresses?: string[];
}

/**
 * Issues a key for pulling at the operator's word. The organization's house log says that the operator did, and its
 * administrators see the key in their list and may revoke it.
 * @throws Refusal 422 for an unknown organization, and as `IssueApiKey.run`
 */
export async function issueKey(
  operator: Operator,
  { organization, ...wanted }: OperatorsKey,
): Promise<ApiKey & { key: string }> {
  const body = plainToInstance(IssueApiKeyBody, wanted);
  const faults = validateSync(body).flatMap(({ property: field, constraints = {} }) =>
    Object.entries(constraints).map(([rule, message]) => ({ field, rule, message })),
  );
  if (faults.length > 0) throw Refusal.invalid(...faults);
  const { id } = await findOrganization(operator, organization);
  return asOperator(operator, id, (transaction, record) => {
    const [accounts, keys] = [new AccountsStore(transaction), new ApiKeysStore(transaction)];
    const administration = new Administration(transaction, accounts);
    const systems = new SystemsAccount(transaction, accounts, keys, record);
    return new IssueApiKey(transaction, keys, record, administration, systems).run(body);
  });
}

import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { asOperator, type Operator } from '../operator';
import type { Organization } from '../organization';
import { Organizations } from '../organizations';
import { OrganizationsStore } from '../organizations.store';
import { isNamespace } from '../rules/organization';
import { NamespacesStore } from './namespaces.store';

@Injectable()
export class SetNamespace {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: NamespacesStore,
    private readonly record: SharingRecord,
  ) {}

  /**
   * Gives a namespace to an organization that has none. Documents are known by it, so it never changes; the same once
   * more is no fault. The caller holds the organization's lock.
   * @throws Refusal `organization/namespace-set`, `organization/namespace-taken`
   */
  async run(organization: Organization, namespace: string): Promise<Organization> {
    if (organization.namespace === namespace) return organization;
    if (organization.namespace !== null)
      throw Refusal.conflict('organization/namespace-set', 'The organization has a namespace, which stays.');
    await this.store.requireFree(namespace);
    await this.store.add(organization.id, namespace);
    const by = this.transaction.viewer.personId ?? 'operator';
    await this.record.appendToOwnHouse('organization/namespace-set', { by, namespace });
    return { ...organization, namespace };
  }
}

/**
 * The same at the operator's word.
 * @throws Refusal 422 for an unknown organization or no https address without a path, and as `SetNamespace.run`
 */
export async function setNamespace(
  operator: Operator,
  { id, namespace }: { id: string; namespace: string },
): Promise<Organization> {
  if (!isNamespace(namespace)) {
    const message = 'must be an https address without a path';
    throw Refusal.invalid({ field: 'namespace', rule: 'namespace', message });
  }
  return asOperator(operator, id, async (transaction, record) => {
    await transaction.lock(`organization:${id}`);
    const organization = await new Organizations(new OrganizationsStore(transaction)).byId(id);
    const use = new SetNamespace(transaction, new NamespacesStore(transaction), record);
    return use.run(organization, namespace);
  });
}

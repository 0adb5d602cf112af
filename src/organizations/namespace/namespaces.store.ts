import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { OrganizationNamespaceRow } from './namespace.entity';

/** Every statement about namespaces. */
@Injectable()
export class NamespacesStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /**
   * Makes sure that no organization publishes under this namespace, until the end of the transaction.
   * @throws Refusal `organization/namespace-taken`
   */
  async requireFree(namespace: string): Promise<void> {
    await this.transaction.lock('organization-namespaces');
    if (await this.transaction.one('SELECT 1 FROM organization WHERE namespace = $1', [namespace]))
      throw Refusal.conflict('organization/namespace-taken', 'Another organization has this namespace.');
  }

  async add(organizationId: string, namespace: string): Promise<void> {
    const { at, viewer } = this.transaction;
    const row = { organizationId, namespace, at, recordedBy: viewer.personId ?? null };
    await this.transaction.manager.insert(OrganizationNamespaceRow, row);
  }
}

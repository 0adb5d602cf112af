import { Injectable } from '@nestjs/common';
import { newId } from '../platform/ids';
import { Refusal } from '../platform/refusal';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { SharingRecord } from '../record';
import { NamesStore } from './names/names.store';
import { NamespacesStore } from './namespace/namespaces.store';
import type { Organization } from './organization';
import { Organizations } from './organizations';
import type { AddConstituentBody } from './organizations.dto';
import { OrganizationsStore } from './organizations.store';
import { mayHaveConstituents } from './rules/organization';

@Injectable()
export class AddConstituent {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly organizations: Organizations,
    private readonly store: OrganizationsStore,
    private readonly namespaces: NamespacesStore,
    private readonly names: NamesStore,
    private readonly record: SharingRecord,
  ) {}

  /**
   * Adds a sectoral CERT below the acting administrator's own organization, in the same country.
   * @throws Refusal `organization/no-constituents`, `organization/handle-taken`, `organization/namespace-taken`,
   * `organization/name-taken`
   */
  async run({ handle, name, namespace }: AddConstituentBody): Promise<Organization> {
    const parent = await this.organizations.byId(this.transaction.viewer.organizationId);
    if (!mayHaveConstituents(parent.kind))
      throw Refusal.forbidden('organization/no-constituents', 'Only a national CERT has constituents.');
    if (namespace) await this.namespaces.requireFree(namespace);
    const { id: parentId, country } = parent;
    const id = newId();
    if (await this.names.isTaken(name, id))
      throw Refusal.conflict('organization/name-taken', 'Another organization has this name.');
    const added: Organization = {
      id,
      handle,
      name,
      kind: 'sectoral-cert',
      country,
      parentId,
      namespace: namespace ?? null,
    };
    if (!(await this.store.add(added)))
      throw Refusal.conflict('organization/handle-taken', 'Another organization has this handle.');
    await this.record.appendToOwnHouse('organization/constituent-added', {
      by: this.transaction.person,
      handle,
      name,
    });
    return added;
  }
}

import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { type EntryKind, SharingRecord } from '../../record';
import { OwnOrganization } from '../own-organization';
import { type Contact, ContactsStore } from './contacts.store';

/** What every change to a contact begins and ends with. */
@Injectable()
export class OwnContacts {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly own: OwnOrganization,
    private readonly store: ContactsStore,
    private readonly record: SharingRecord,
  ) {}

  /** @throws Refusal 404 for what is no contact, or was removed; what `OwnOrganization.toChange` throws */
  async toChange(handle: string, id: string): Promise<Contact> {
    const organization = await this.own.toChange(handle);
    return this.require(organization.id, id);
  }

  /** The same in the version that the caller has read. @throws Refusal `contact/changed` */
  async inVersion(handle: string, id: string, version: number): Promise<Contact> {
    const found = await this.toChange(handle, id);
    if (found.version === version) return found;
    throw Refusal.conflict('contact/changed', `The contact is at version ${found.version} by now.`);
  }

  async require(organizationId: string, id: string): Promise<Contact> {
    const found = isUuid(id) ? await this.store.find(organizationId, id) : undefined;
    if (!found) throw Refusal.notFound();
    return found;
  }

  /** Enters an act in the own house log; who is reached, and how, lies apart as content. */
  async enter(kind: EntryKind, facts: object, content?: object): Promise<void> {
    const { viewer, person: by } = this.transaction;
    const log = await this.record.houseLog(viewer.organizationId);
    await this.record.append({ log, kind, shared: { by, ...facts }, ...(content ? { content } : {}) });
  }
}

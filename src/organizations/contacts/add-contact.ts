import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { OwnOrganization } from '../own-organization';
import { MOST_CONTACTS } from '../rules/contact';
import { contentOf } from './contact-content';
import type { ContactBody } from './contacts.dto';
import { type Contact, ContactsStore } from './contacts.store';
import { OwnContacts } from './own-contacts';

@Injectable()
export class AddContact {
  constructor(
    private readonly own: OwnOrganization,
    private readonly contacts: OwnContacts,
    private readonly store: ContactsStore,
  ) {}

  /** Adds a contact, not yet verified. @throws Refusal `contact/too-many`, what `OwnOrganization.toChange` throws */
  async run(handle: string, body: ContactBody): Promise<Contact> {
    const { id: organizationId } = await this.own.toChange(handle);
    if ((await this.store.all(organizationId)).length >= MOST_CONTACTS)
      throw Refusal.conflict('contact/too-many', `There are ${MOST_CONTACTS} contacts. Remove one first.`);
    const content = contentOf(body);
    const contact = await this.store.add(organizationId, content);
    await this.contacts.enter('organization/contact-added', { contact, version: 1 }, content);
    return this.contacts.require(organizationId, contact);
  }
}

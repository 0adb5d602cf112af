import { Injectable } from '@nestjs/common';
import { ContactsStore } from './contacts.store';
import { OwnContacts } from './own-contacts';

@Injectable()
export class RemoveContact {
  constructor(
    private readonly contacts: OwnContacts,
    private readonly store: ContactsStore,
  ) {}

  /** Removes a contact from what others read; what it said stays with its organization. */
  async run(handle: string, id: string): Promise<void> {
    const contact = await this.contacts.toChange(handle, id);
    await this.store.remove(contact);
    await this.contacts.enter('organization/contact-removed', { contact: id, version: contact.version });
  }
}

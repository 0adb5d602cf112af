import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { VerifyContactBody } from './contacts.dto';
import { type Contact, ContactsStore } from './contacts.store';
import { OwnContacts } from './own-contacts';

@Injectable()
export class VerifyContact {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly contacts: OwnContacts,
    private readonly store: ContactsStore,
  ) {}

  /**
   * Records that somebody else than who entered it, or the e-mail or telephone that it still has, has tried the contact and reached whom it names.
   * @throws Refusal `contact/own-entry`, what `OwnContacts.inVersion` throws
   */
  async run(handle: string, id: string, body: VerifyContactBody): Promise<Contact> {
    const { version, method, note = null } = body;
    const contact = await this.contacts.inVersion(handle, id, version);
    if ((await this.store.enteredBy(contact)).includes(this.transaction.person))
      throw Refusal.forbidden('contact/own-entry', 'Nobody verifies what she or he entered.');
    await this.store.addVerification(contact, method, note);
    await this.contacts.enter('organization/contact-verified', { contact: id, version, method }, { note });
    return this.contacts.require(contact.organization_id, id);
  }
}

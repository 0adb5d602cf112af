import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { contentOf } from './contact-content';
import type { ChangeContactBody } from './contacts.dto';
import { type Contact, type ContactContent, ContactsStore } from './contacts.store';
import { OwnContacts } from './own-contacts';

const sameAs = (former: Contact, content: ContactContent): boolean =>
  Object.entries(content).every(([field, value]) =>
    isDeepStrictEqual(former[field as keyof ContactContent], value),
  );

@Injectable()
export class ChangeContact {
  constructor(
    private readonly contacts: OwnContacts,
    private readonly store: ContactsStore,
  ) {}

  /**
   * Replaces what a contact says, as a new version. Another e-mail or telephone is not verified.
   * @throws Refusal what `OwnContacts.inVersion` throws
   */
  async run(handle: string, id: string, { base, ...body }: ChangeContactBody): Promise<Contact> {
    const former = await this.contacts.inVersion(handle, id, base);
    const content = contentOf(body);
    if (sameAs(former, content)) return former;
    await this.store.addVersion(former, content);
    await this.contacts.enter('organization/contact-changed', { contact: id, version: base + 1 }, content);
    return this.contacts.require(former.organization_id, id);
  }
}

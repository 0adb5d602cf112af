import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { Organizations } from '../organizations';
import { ContactsStore } from './contacts.store';
import type { ContactView } from './contacts.view';
import { presentContact } from './present-contact';

@Injectable()
export class ShowContact {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly organizations: Organizations,
    private readonly store: ContactsStore,
  ) {}

  /** @throws Refusal 404 where the organization has no such contact, or it was removed */
  async run(handle: string, id: string): Promise<ContactView> {
    const organization = await this.organizations.byHandle(handle);
    const contact = isUuid(id) ? await this.store.find(organization.id, id) : undefined;
    if (!contact) throw Refusal.notFound();
    return presentContact(contact, this.transaction.at);
  }
}

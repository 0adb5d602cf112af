import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { type ContactView } from './contacts/contacts.view';
import { ContactsStore } from './contacts/contacts.store';
import { presentContact } from './contacts/present-contact';
import { ProfilesStore } from './profile/profiles.store';

/** How far an organization has said who it is and how it is reached. */
export interface OrganizationState {
  profile: { version: number; updatedAt: string } | null;
  contacts: { verified: number; lapsed: number; never: number; verifiedUntil: string | null };
}

/** What an organization says of itself, for capabilities that show it beside their own things. */
@Injectable()
export class DescribeOrganization {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly profiles: ProfilesStore,
    private readonly contactsStore: ContactsStore,
  ) {}

  async state(organizationId: string): Promise<OrganizationState> {
    const profile = await this.profiles.current(organizationId);
    const contacts = await this.contacts(organizationId);
    const count = (wanted: string) => contacts.filter(({ verification }) => verification === wanted).length;
    const ends = contacts.flatMap(({ verification, verification_lapses_at: lapses }) =>
      verification === 'verified' && lapses ? [lapses] : [],
    );
    return {
      profile: profile ? { version: profile.version, updatedAt: profile.at.toISOString() } : null,
      contacts: {
        verified: count('verified'),
        lapsed: count('lapsed'),
        never: count('never'),
        verifiedUntil: ends.sort().at(-1) ?? null,
      },
    };
  }

  /** Its contacts as others read them, those for emergencies first. */
  async contacts(organizationId: string): Promise<ContactView[]> {
    const found = await this.contactsStore.all(organizationId);
    return found.map((contact) => presentContact(contact, this.transaction.at));
  }
}

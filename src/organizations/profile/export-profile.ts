import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { type Contact, ContactsStore } from '../contacts/contacts.store';
import { verificationAt } from '../rules/contact';
import { rfc2350Text } from './rfc2350';
import type { ProfileVersion } from './profiles.store';

@Injectable()
export class ExportProfile {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly contacts: ContactsStore,
  ) {}

  /** The current profile as RFC 2350 text, with the contacts that hold now. */
  async run(organizationId: string, { content, version, at }: ProfileVersion): Promise<string> {
    const contacts = await this.contacts.all(organizationId);
    return rfc2350Text({
      profile: content,
      version,
      updatedAt: at,
      telephones: contacts
        .filter(({ telephone }) => telephone)
        .map((contact) => this.line(contact, contact.telephone)),
      emails: contacts.map((contact) => this.line(contact, contact.email)),
      keys: [],
    });
  }

  /** One way to reach a contact; one that is not verified says so. */
  private line({ role, name, hours, emergency, lapses_at }: Contact, reached: string | null): string {
    const verification = verificationAt(this.transaction.at, lapses_at);
    const remarks = [
      role,
      ...(name ? [name] : []),
      ...(emergency ? ['for emergencies'] : []),
      ...(hours ? [hours] : []),
      verification === 'lapsed'
        ? 'verification lapsed'
        : verification === 'never'
          ? 'not verified'
          : verification,
    ];
    return `${reached} (${remarks.join('; ')})`;
  }
}

import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { type Contact, ContactsStore } from '../contacts/contacts.store';
import { KeysStore, type OrganizationKey } from '../keys/keys.store';
import { keyWarnings } from '../rules/key-warnings';
import { verificationAt } from '../rules/contact';
import { rfc2350Text } from './rfc2350';
import type { ProfileVersion } from './profiles.store';

@Injectable()
export class ExportProfile {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly contacts: ContactsStore,
    private readonly keys: KeysStore,
  ) {}

  /** The current profile as RFC 2350 text, with the contacts and keys that hold now. */
  async run(organizationId: string, { content, version, at }: ProfileVersion): Promise<string> {
    const contacts = await this.contacts.all(organizationId);
    const keys = await this.keys.all(organizationId);
    const addresses = contacts.map(({ email }) => email);
    return rfc2350Text({
      profile: content,
      version,
      updatedAt: at,
      telephones: contacts
        .filter(({ telephone }) => telephone)
        .map((contact) => this.line(contact, contact.telephone)),
      emails: contacts.map((contact) => this.line(contact, contact.email)),
      keys: keys.map((key) => this.keyLine(key, addresses)),
    });
  }

  /** One key; what is to be known before it is used stands with it. */
  private keyLine(key: OrganizationKey, addresses: readonly string[]): string {
    const remarks = [
      ...key.user_ids,
      key.algorithm,
      key.expires_at ? `expires ${key.expires_at.toISOString().slice(0, 10)}` : 'does not expire',
      ...keyWarnings(key, addresses, this.transaction.at),
    ];
    return `${key.fingerprint} (${remarks.join('; ')})`;
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

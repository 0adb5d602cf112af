import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { ContactsStore } from '../contacts/contacts.store';
import { OwnOrganization } from '../own-organization';
import { MOST_KEYS } from '../rules/key-warnings';
import type { AddOpenPgpKeyBody } from './keys.dto';
import { KeysStore, type OrganizationKey } from './keys.store';
import { type PublicKeyFacts, readPublicKey } from './read-public-key';

@Injectable()
export class AddKey {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly own: OwnOrganization,
    private readonly contacts: ContactsStore,
    private readonly store: KeysStore,
    private readonly record: SharingRecord,
  ) {}

  /**
   * Keeps a public key for others to read. Another copy of a key takes the place of the former, as when its expiry
   * moved; one that was revoked does not come back.
   * @throws Refusal 422 as `readPublicKey`, or for no contact; `key/already-kept`, `key/revoked`, `key/too-many`;
   * what `OwnOrganization.toChange` throws
   */
  async run(handle: string, { armored, contact }: AddOpenPgpKeyBody): Promise<OrganizationKey> {
    const { id: organizationId } = await this.own.toChange(handle);
    const facts = await readPublicKey(armored, this.transaction.at);
    const contactId = contact ? await this.contactOf(organizationId, contact) : null;
    await this.makeRoom(organizationId, contactId, facts);
    await this.store.add(organizationId, contactId, facts);
    const { fingerprint, userIds: user_ids, algorithm, faults } = facts;
    const { person: by } = this.transaction;
    await this.record.append({
      log: await this.record.houseLog(organizationId),
      kind: 'organization/key-added',
      shared: { by, fingerprint, contact: contactId, algorithm, faults },
      content: { user_ids, armored: facts.armored },
    });
    const added = await this.store.find(organizationId, fingerprint);
    if (!added) throw new Error('A key that was just added is there.');
    return added;
  }

  private async contactOf(organizationId: string, id: string): Promise<string> {
    const found = await this.contacts.find(organizationId, id.toLowerCase());
    if (found) return found.id;
    throw Refusal.invalid({ field: 'contact', rule: 'contact', message: 'must be a contact of yours' });
  }

  private async makeRoom(
    organizationId: string,
    contactId: string | null,
    facts: PublicKeyFacts,
  ): Promise<void> {
    const { fingerprint, faults, armored } = facts;
    if (!faults.includes('revoked') && (await this.store.wasRevoked(organizationId, fingerprint)))
      throw Refusal.conflict('key/revoked', 'This key was revoked. Give a new one.');
    const former = await this.store.find(organizationId, fingerprint);
    if (former?.armored === armored && former.contact_id === contactId)
      throw Refusal.conflict('key/already-kept', 'This key is kept already.');
    if (former) return this.store.remove(former);
    if ((await this.store.all(organizationId)).length >= MOST_KEYS)
      throw Refusal.conflict('key/too-many', `There are ${MOST_KEYS} keys. Remove one first.`);
  }
}

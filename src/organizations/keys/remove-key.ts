import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { OwnOrganization } from '../own-organization';
import { KeysStore } from './keys.store';

@Injectable()
export class RemoveKey {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly own: OwnOrganization,
    private readonly store: KeysStore,
    private readonly record: SharingRecord,
  ) {}

  /** @throws Refusal 404 for a key that is not kept, and what `OwnOrganization.toChange` throws */
  async run(handle: string, fingerprint: string): Promise<void> {
    const { id } = await this.own.toChange(handle);
    const key = await this.store.find(id, fingerprint.toUpperCase());
    if (!key) throw Refusal.notFound();
    await this.store.remove(key);
    const entry = { by: this.transaction.person, fingerprint: key.fingerprint };
    await this.record.appendToOwnHouse('organization/key-removed', entry);
  }
}

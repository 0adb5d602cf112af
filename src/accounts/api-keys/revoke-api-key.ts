import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { Administration } from '../people/administration';
import { ApiKeysStore } from './api-keys.store';

@Injectable()
export class RevokeApiKey {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: ApiKeysStore,
    private readonly record: SharingRecord,
    private readonly administration: Administration,
  ) {}

  /**
   * Revokes a key: the next request with it is refused. Once more is no fault and leaves no second entry.
   * @throws Refusal 404 for a key that is not the own organization's
   */
  async run(id: string): Promise<void> {
    if (!isUuid(id)) throw Refusal.notFound();
    await this.administration.enter();
    await this.transaction.lock(`api-key:${id}`);
    const key = await this.store.find(id);
    if (!key) throw Refusal.notFound();
    if (!(await this.store.revoke(key.id))) return;
    const { name, prefix } = key;
    const entry = { by: this.transaction.person, key: key.id, name, prefix };
    await this.record.appendToOwnHouse('api-key/revoked', entry);
  }
}

import { Injectable } from '@nestjs/common';
import { millisOf } from '../../platform/instant';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { hashSecret, makeKey, writeKey } from '../credentials/key-format';
import { type LifetimeFault, lifetimeFault } from '../rules/key-lifetime';
import type { IssueApiKeyBody } from './api-keys.dto';
import { type ApiKey, ApiKeysStore } from './api-keys.store';

const SENTENCES: Record<LifetimeFault, string> = {
  'api-key/already-expired': 'must lie ahead',
  'api-key/too-long-lived': 'must lie within 400 days',
};

@Injectable()
export class IssueApiKey {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: ApiKeysStore,
    private readonly record: SharingRecord,
  ) {}

  /**
   * Makes a key with which systems of the acting administrator's organization pull. The key itself is in this answer
   * and nowhere else.
   * @throws Refusal 422 for an expiry that has passed or lies too far ahead
   */
  async run({ name, expires_at }: IssueApiKeyBody): Promise<ApiKey & { key: string }> {
    const expiresAt = new Date(millisOf(expires_at));
    const fault = lifetimeFault(this.transaction.at, expiresAt);
    if (fault) throw Refusal.invalid({ field: 'expires_at', rule: fault, message: SENTENCES[fault] });
    const parts = makeKey();
    const { prefix } = parts;
    const id = await this.store.add({ name, prefix, secretSha256: hashSecret(parts.secret), expiresAt });
    const entry = { by: this.transaction.person, key: id, name, prefix, expires_at: expiresAt.toISOString() };
    await this.record.appendToOwnHouse('api-key/issued', entry);
    const issued = await this.store.find(id);
    if (!issued) throw new Error('A key that was just issued is there.');
    return { ...issued, key: writeKey(parts) };
  }
}

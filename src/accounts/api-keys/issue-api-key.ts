import { Injectable } from '@nestjs/common';
import { millisOf } from '../../platform/instant';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { addressRange } from '../credentials/address-ranges';
import { makeKey, writeKey } from '../credentials/key-format';
import { Administration } from '../people/administration';
import { type LifetimeFault, lifetimeFault } from '../rules/key-lifetime';
import type { IssueApiKeyBody } from './api-keys.dto';
import { type ApiKey, ApiKeysStore } from './api-keys.store';
import { SystemsAccount } from './systems-account';

const SENTENCES: Record<LifetimeFault, string> = {
  'api-key/already-expired': 'must lie ahead',
  'api-key/too-long-lived': 'must lie within 400 days',
};

/** @throws Refusal 422 for an expiry that has passed or lies too far ahead */
export function expiryOf(expires_at: string, at: Date): Date {
  const expiresAt = new Date(millisOf(expires_at));
  const fault = lifetimeFault(at, expiresAt);
  if (fault) throw Refusal.invalid({ field: 'expires_at', rule: fault, message: SENTENCES[fault] });
  return expiresAt;
}

@Injectable()
export class IssueApiKey {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: ApiKeysStore,
    private readonly record: SharingRecord,
    private readonly administration: Administration,
    private readonly systems: SystemsAccount,
  ) {}

  /**
   * Makes a key for systems of the organization of the acting administrator, or of the operator's act. The key itself
   * is in this answer and nowhere else. What it files stands in the name of the organization's systems.
   * @throws Refusal 422 for an expiry that has passed or lies too far ahead, `account/no-longer-administrator`
   */
  async run(wanted: IssueApiKeyBody): Promise<ApiKey & { key: string }> {
    const { name, expires_at, scopes = ['pull'], allowed_addresses = [] } = wanted;
    const expiresAt = expiryOf(expires_at, this.transaction.at);
    const ranges = allowed_addresses.map((text) => addressRange(text)!);
    // The operator's act is nobody's.
    if (this.transaction.viewer.personId) await this.administration.enter();
    const parts = makeKey();
    const actsAs = scopes.includes('report') ? await this.systems.account() : null;
    const id = await this.store.add({ name, scopes, ranges, parts, expiresAt, actsAs });
    const entry = {
      ...{ by: this.transaction.viewer.personId ?? 'operator', key: id, name, prefix: parts.prefix, scopes },
      ...{ allowed_addresses: ranges, expires_at: expiresAt.toISOString() },
    };
    await this.record.appendToOwnHouse('api-key/issued', entry);
    const issued = await this.store.find(id);
    if (!issued) throw new Error('A key that was just issued is there.');
    return { ...issued, key: writeKey(parts) };
  }
}

import { Injectable } from '@nestjs/common';
import { millisOf } from '../../platform/instant';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { addressRange } from '../credentials/address-ranges';
import { makeKey, writeKey } from '../credentials/key-format';
import { Administration } from '../people/administration';
import { type LifetimeFault, lifetimeFault } from '../rules/key-lifetime';
import { type KeyScope, unbuiltScopes } from '../rules/key-scopes';
import type { IssueApiKeyBody } from './api-keys.dto';
import { type ApiKey, ApiKeysStore } from './api-keys.store';

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

function refuseUnbuilt(scopes: readonly KeyScope[]): void {
  const unbuilt = unbuiltScopes(scopes);
  if (unbuilt.length === 0) return;
  const message = `must not name ${unbuilt.join(', ')}: no route asks for it in this version`;
  throw Refusal.invalid({ field: 'scopes', rule: 'api-key/scope-not-built', message });
}

@Injectable()
export class IssueApiKey {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: ApiKeysStore,
    private readonly record: SharingRecord,
    private readonly administration: Administration,
  ) {}

  /**
   * Makes a key with which systems of the organization of the acting administrator, or of the operator's act, pull. The key itself is in this answer
   * and nowhere else.
   * @throws Refusal 422 for an expiry that has passed or lies too far ahead, and for a scope that is not built,
   * `account/no-longer-administrator`
   */
  async run(wanted: IssueApiKeyBody): Promise<ApiKey & { key: string }> {
    const { name, expires_at, scopes = ['pull'], allowed_addresses = [] } = wanted;
    refuseUnbuilt(scopes);
    const expiresAt = expiryOf(expires_at, this.transaction.at);
    const ranges = allowed_addresses.map((text) => addressRange(text)!);
    // The operator's act is nobody's.
    if (this.transaction.viewer.personId) await this.administration.enter();
    const parts = makeKey();
    const id = await this.store.add({ name, scopes, ranges, parts, expiresAt });
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

import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { Administration } from '../people/administration';
import { makeKey, writeKey } from '../credentials/key-format';
import type { RotateApiKeyBody } from './api-keys.dto';
import { type ApiKey, ApiKeysStore } from './api-keys.store';
import { expiryOf } from './issue-api-key';

const HOUR = 3_600_000;

@Injectable()
export class RotateApiKey {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: ApiKeysStore,
    private readonly record: SharingRecord,
    private readonly administration: Administration,
  ) {}

  /**
   * Makes the successor of a key, with its name, scopes and ranges. The old one is good for the overlap, so that its
   * systems change over without a gap, and never for longer than it would have been.
   * @throws Refusal 404 for a key that is not the own organization's, `api-key/ended`, `api-key/rotated`, 422 for an
   * expiry that has passed or lies too far ahead
   */
  async run(id: string, { overlap_hours, expires_at }: RotateApiKeyBody): Promise<ApiKey & { key: string }> {
    if (!isUuid(id)) throw Refusal.notFound();
    await this.administration.enter();
    await this.transaction.lock(`api-key:${id}`);
    const old = await this.store.find(id);
    if (!old) throw Refusal.notFound();
    const { person: by, at } = this.transaction;
    if (old.replaced_by) throw Refusal.conflict('api-key/rotated', 'This key has a successor already.');
    if (old.revoked_at || old.expires_at <= at)
      throw Refusal.conflict('api-key/ended', 'This key is over; issue a new one.');
    const expiresAt = expiryOf(expires_at, at);
    const parts = makeKey();
    const { name, scopes, allowed_addresses: ranges } = old;
    const actsAs = (await this.store.actsAs(old.id)) ?? null;
    const successor = await this.store.add({ name, scopes, ranges, parts, expiresAt, actsAs });
    const endsAt = new Date(Math.min(at.getTime() + overlap_hours * HOUR, old.expires_at.getTime()));
    await this.store.replace(old.id, successor, endsAt);
    const entry = {
      ...{ by, key: old.id, name, prefix: old.prefix, ends_at: endsAt.toISOString() },
      ...{ successor, successor_prefix: parts.prefix, expires_at: expiresAt.toISOString() },
    };
    await this.record.appendToOwnHouse('api-key/rotated', entry);
    const issued = await this.store.find(successor);
    if (!issued) throw new Error('A key that was just issued is there.');
    return { ...issued, key: writeKey(parts) };
  }
}

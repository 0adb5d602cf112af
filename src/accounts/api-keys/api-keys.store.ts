import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { ApiKeyRotationRow } from '../api-key.entity';
import { hashSecret, type KeyParts } from '../credentials/key-format';

/** A key of the viewer's own organization, without its secret. */
export interface ApiKey {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  allowed_addresses: string[];
  created_at: Date;
  /** Name of the administrator; null for the operator. */
  created_by: string | null;
  /** When it ends: as it was issued, or sooner once it has a successor. */
  expires_at: Date;
  expires_soon: boolean;
  replaced_by: string | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

/** What a key is made of. */
export interface NewApiKey {
  name: string;
  scopes: readonly string[];
  ranges: readonly string[];
  parts: KeyParts;
  expiresAt: Date;
  /** The account in whose name stands what it files; for keys that may file. */
  actsAs: string | null;
}

const OWN_KEYS = `
  SELECT k.id, k.name, k.prefix, k.scopes, k.allowed_ranges AS allowed_addresses, k.created_at, a.name AS created_by,
         least(k.expires_at, o.ends_at) AS expires_at, o.successor_id AS replaced_by, r.at AS revoked_at,
         u.last_used_at, r.at IS NULL AND least(k.expires_at, o.ends_at) > app.at()
           AND least(k.expires_at, o.ends_at) <= app.at() + interval '30 days' AS expires_soon
  FROM api_key k LEFT JOIN account a ON a.id = k.created_by
  LEFT JOIN api_key_revocation r ON r.api_key_id = k.id
  LEFT JOIN api_key_rotation o ON o.api_key_id = k.id
  LEFT JOIN api_key_use u ON u.api_key_id = k.id
  WHERE k.organization_id = app.viewer_org()`;

/** Every statement about the API keys of the viewer's own organization. */
@Injectable()
export class ApiKeysStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  page(after: string, limit: number): Promise<ApiKey[]> {
    return this.transaction.query(`${OWN_KEYS} AND k.id > $1 ORDER BY k.id LIMIT $2`, [after, limit]);
  }

  find(id: string): Promise<ApiKey | undefined> {
    return this.transaction.one(`${OWN_KEYS} AND k.id = $1`, [id]);
  }

  async add({ name, scopes, ranges, parts, expiresAt, actsAs }: NewApiKey): Promise<string> {
    const { viewer, at } = this.transaction;
    const id = newId();
    await this.transaction.query(
      `INSERT INTO api_key (id, organization_id, name, prefix, secret_sha256, created_at, created_by, expires_at, scopes, allowed_ranges, acts_as)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[id, viewer.organizationId, name, parts.prefix, hashSecret(parts.secret)],
        ...[at, viewer.personId ?? null, expiresAt, scopes, ranges, actsAs],
      ],
    );
    return id;
  }

  /** Whether a key is accepted at this instant still. */
  async isGood(id: string): Promise<boolean> {
    const key = await this.find(id);
    return key !== undefined && key.revoked_at === null && key.expires_at > this.transaction.at;
  }

  /** In whose name stands what a key files; undefined for a key that files nothing. */
  async actsAs(id: string): Promise<string | undefined> {
    const sql = 'SELECT acts_as FROM api_key WHERE id = $1 AND organization_id = app.viewer_org()';
    return (await this.transaction.one<{ acts_as: string | null }>(sql, [id]))?.acts_as ?? undefined;
  }

  /** Records that a key has a successor, and until when it is good itself. */
  async replace(apiKeyId: string, successorId: string, endsAt: Date): Promise<void> {
    const { at, person: recordedBy, manager } = this.transaction;
    await manager.insert(ApiKeyRotationRow, { apiKeyId, successorId, at, endsAt, recordedBy });
  }

  /** @returns false when the key was revoked before */
  async revoke(id: string): Promise<boolean> {
    const revoked = await this.transaction.query(
      `INSERT INTO api_key_revocation (api_key_id, at, recorded_by) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING api_key_id`,
      [id, this.transaction.at, this.transaction.person],
    );
    return revoked.length > 0;
  }
}

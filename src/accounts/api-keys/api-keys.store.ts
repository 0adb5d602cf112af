import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';

/** A key of the viewer's own organization, without its secret. */
export interface ApiKey {
  id: string;
  name: string;
  prefix: string;
  created_at: Date;
  created_by: string;
  expires_at: Date;
  revoked_at: Date | null;
}

/** What a key is made of. */
export interface NewApiKey {
  name: string;
  prefix: string;
  secretSha256: Buffer;
  expiresAt: Date;
}

const OWN_KEYS = `
  SELECT k.id, k.name, k.prefix, k.created_at, a.name AS created_by, k.expires_at, r.at AS revoked_at
  FROM api_key k JOIN account a ON a.id = k.created_by LEFT JOIN api_key_revocation r ON r.api_key_id = k.id
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

  async add({ name, prefix, secretSha256, expiresAt }: NewApiKey): Promise<string> {
    const { viewer, person, at } = this.transaction;
    const id = newId();
    await this.transaction.query(
      `INSERT INTO api_key (id, organization_id, name, prefix, secret_sha256, created_at, created_by, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, viewer.organizationId, name, prefix, secretSha256, at, person, expiresAt],
    );
    return id;
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

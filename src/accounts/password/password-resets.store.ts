import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { PasswordResetRow, type ResetEndReason } from '../password-reset.entity';

/** A reset that can still be used. */
export interface OpenReset {
  id: string;
  account_id: string;
  created_by: string;
}

/** Every statement about the password resets of the viewer's own organization. */
@Injectable()
export class PasswordResetsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  async add(accountId: string, tokenSha256: Buffer, expiresAt: Date): Promise<void> {
    const { at: createdAt, person: createdBy, viewer, manager } = this.transaction;
    const { organizationId } = viewer;
    const row = { id: newId(), organizationId, accountId, tokenSha256, createdAt, createdBy, expiresAt };
    await manager.insert(PasswordResetRow, row);
  }

  findOpen(tokenSha256: Buffer): Promise<OpenReset | undefined> {
    return this.transaction.one(
      `SELECT r.id, r.account_id, r.created_by FROM password_reset r
       WHERE r.token_sha256 = $1 AND r.expires_at > $2
         AND NOT EXISTS (SELECT 1 FROM password_reset_end e WHERE e.reset_id = r.id)`,
      [tokenSha256, this.transaction.at],
    );
  }

  /** Ends the open resets for an account, or those that an administrator issued. */
  async endOf(
    { account, issuer }: { account?: string; issuer?: string },
    why: ResetEndReason,
  ): Promise<void> {
    const { at, person } = this.transaction;
    await this.transaction.query(
      `INSERT INTO password_reset_end (reset_id, at, reason, recorded_by)
       SELECT r.id, $3, $4, $5 FROM password_reset r
       WHERE (r.account_id = $1 OR r.created_by = $2) AND r.expires_at > $3
       ON CONFLICT DO NOTHING`,
      [account ?? null, issuer ?? null, at, why, person],
    );
  }
}

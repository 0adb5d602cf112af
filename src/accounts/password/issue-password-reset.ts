import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { hashToken, makeToken } from '../credentials/one-time-token';
import { Administration } from '../people/administration';
import type { PasswordResetView } from './password.dto';
import { PasswordResetsStore } from './password-resets.store';

/** How long a reset can be used, in milliseconds. */
export const RESET_LIFE = 24 * 3_600_000;

@Injectable()
export class IssuePasswordReset {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly administration: Administration,
    private readonly store: PasswordResetsStore,
    private readonly record: SharingRecord,
  ) {}

  /**
   * Makes a token with which a colleague sets a new password; the administrator never learns it. An earlier token for
   * the same colleague is void. The old password is good until the token is used.
   * @throws Refusal `account/own-password`, and what `Administration.begin` throws
   */
  async run(accountId: string): Promise<PasswordResetView> {
    const account = await this.administration.begin(accountId, true);
    const { person: by } = this.transaction;
    if (account.id === by)
      throw Refusal.forbidden(
        'account/own-password',
        'Change your own with your password: PUT /api/v1/me/password.',
      );
    await this.transaction.lock(`account:${account.id}`);
    await this.store.endOf({ account: account.id }, 'replaced');
    const token = makeToken('reset');
    const expiresAt = new Date(this.transaction.at.getTime() + RESET_LIFE);
    await this.store.add(account.id, hashToken(token), expiresAt);
    const expires_at = expiresAt.toISOString();
    const entry = { by, account: account.id, expires_at };
    await this.record.appendToOwnHouse('account/password-reset-issued', entry);
    return { token, expires_at };
  }
}

import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { hashToken } from '../credentials/one-time-token';
import { hashPassword, refuseWeakPassword } from '../passwords';
import { AccountsStore } from '../people/accounts.store';
import { SessionsStore } from '../sessions/sessions.store';
import type { ResetPasswordBody } from './password.dto';
import { PasswordResetsStore } from './password-resets.store';

@Injectable()
export class ResetPassword {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly accounts: AccountsStore,
    private readonly sessions: SessionsStore,
    private readonly store: PasswordResetsStore,
    private readonly record: SharingRecord,
  ) {}

  /**
   * Sets the password of the person for whom the token was made; all her sessions end. A token is used once, by the
   * first of many who come at once.
   * @throws Refusal 404, the same for a token that is unknown, used, void or expired; 422 for a weak password
   */
  async run({ token, password }: ResetPasswordBody): Promise<void> {
    const { personId } = this.transaction.viewer;
    if (!personId) throw Refusal.notFound();
    await this.transaction.lock(`account:${personId}`);
    const reset = await this.store.findOpen(hashToken(token));
    const account = reset && (await this.accounts.find(reset.account_id));
    if (!account || account.departed_at) throw Refusal.notFound();
    refuseWeakPassword(password, account.email);
    await this.accounts.setPassword(account.id, await hashPassword(password));
    await this.store.endOf({ account: account.id }, 'used');
    await this.sessions.end(account.id, 'password-reset');
    const entry = { person: account.id, issued_by: reset.created_by };
    await this.record.appendToOwnHouse('account/password-reset', entry);
  }
}

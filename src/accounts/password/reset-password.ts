import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { hashToken } from '../credentials/one-time-token';
import { hashPassword, refuseWeakPassword } from '../passwords';
import { type Account, AccountsStore } from '../people/accounts.store';
import { Administration } from '../people/administration';
import { SessionsStore } from '../sessions/sessions.store';
import type { ResetPasswordBody } from './password.dto';
import { type OpenReset, PasswordResetsStore } from './password-resets.store';

@Injectable()
export class ResetPassword {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly accounts: AccountsStore,
    private readonly sessions: SessionsStore,
    private readonly store: PasswordResetsStore,
    private readonly record: SharingRecord,
    private readonly administration: Administration,
  ) {}

  /**
   * Sets the password of the person for whom the token was made; all her sessions end. A token is used once, by the
   * first of many who come at once, while who issued it is an administrator still.
   * @throws Refusal 404, the same for a token that is unknown, used, void or expired; 422 for a weak password
   */
  async run({ token, password }: ResetPasswordBody): Promise<void> {
    const { personId } = this.transaction.viewer;
    if (!personId) throw Refusal.notFound();
    const { account: wanted } = await this.found(token);
    refuseWeakPassword(password, wanted.email);
    // Hashing takes a while, in which nobody should have to wait.
    const passwordHash = await hashPassword(password);
    await this.administration.holdServing();
    await this.administration.wait();
    await this.transaction.lock(`account:${personId}`);
    const { reset, account } = await this.found(token);
    if (!(await this.accounts.administrators()).includes(reset.created_by)) throw Refusal.notFound();
    await this.accounts.setPassword(account.id, passwordHash);
    await this.store.endOf({ account: account.id }, 'used');
    await this.sessions.end(account.id, 'password-reset');
    const entry = { person: account.id, issued_by: reset.created_by };
    await this.record.appendToOwnHouse('account/password-reset', entry);
  }

  private async found(token: string): Promise<{ reset: OpenReset; account: Account }> {
    const reset = await this.store.findOpen(hashToken(token));
    const account = reset && (await this.accounts.find(reset.account_id));
    if (!account || account.departed_at) throw Refusal.notFound();
    return { reset, account };
  }
}

import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { hashPassword, Passwords, refuseWeakPassword } from '../passwords';
import { Administration } from '../people/administration';
import { AccountsStore } from '../people/accounts.store';
import { normalizePassword } from '../rules/password';
import { SessionsStore } from '../sessions/sessions.store';
import { wrongPassword } from '../credentials/prove-again';
import type { ChangePasswordBody } from './password.dto';
import { PasswordResetsStore } from './password-resets.store';

@Injectable()
export class ChangePassword {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly accounts: AccountsStore,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsStore,
    private readonly resets: PasswordResetsStore,
    private readonly record: SharingRecord,
    private readonly administration: Administration,
  ) {}

  /**
   * Changes the password of the acting person, whose old one the guard has checked. All her other sessions end, and
   * so does a reset that waits for her.
   * @throws Refusal 422 for a weak password, for the old one once more, or for one that changed in the meantime
   */
  async run({ old_password, new_password }: ChangePasswordBody): Promise<void> {
    const { person, viewer } = this.transaction;
    const wanted = await this.accounts.credentials(person);
    if (!wanted) throw Refusal.notFound();
    refuseWeakPassword(new_password, wanted.email, 'new_password');
    if (normalizePassword(new_password) === normalizePassword(old_password)) throw unchanged();
    // Hashing takes a while, in which nobody should have to wait.
    const passwordHash = await hashPassword(new_password);
    await this.administration.wait();
    await this.transaction.lock(`account:${person}`);
    const account = await this.accounts.credentials(person);
    if (!account) throw Refusal.notFound();
    // Of two changes at once the second is no longer made by who knows the password.
    if (!(await this.passwords.matches(old_password, account.password_hash)))
      throw wrongPassword('old_password');
    await this.accounts.setPassword(person, passwordHash);
    const sessions = await this.sessions.end(person, 'password-changed', { except: viewer.sessionId });
    await this.resets.endOf({ account: person }, 'password-changed');
    await this.record.appendToOwnHouse('account/password-changed', { person, sessions_ended: sessions });
  }
}

const unchanged = () =>
  Refusal.invalid({ field: 'new_password', rule: 'password/unchanged', message: 'must be another one' });

import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { isAnonymous } from '../../platform/viewer';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { hashToken } from '../credentials/one-time-token';
import { hashPassword, refuseWeakPassword } from '../passwords';
import { AccountsStore } from '../people/accounts.store';
import { Administration } from '../people/administration';
import { emailTaken } from '../people/create-account';
import type { AcceptedView, AcceptInvitationBody } from './invitations.dto';
import { InvitationsStore, type OpenInvitation } from './invitations.store';

@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly administration: Administration,
    private readonly accounts: AccountsStore,
    private readonly store: InvitationsStore,
    private readonly record: SharingRecord,
  ) {}

  /**
   * Makes the account of an invited person, with a password that only she knows. Of many who come at once one is
   * first. The inviter has to be an administrator still: nobody gives away what is no longer hers to give.
   * @throws Refusal 404, the same for a token that is unknown, used, revoked or expired; 422 for a weak password;
   * `account/email-taken`
   */
  async run({ token, password }: AcceptInvitationBody): Promise<AcceptedView> {
    if (isAnonymous(this.transaction.viewer)) throw Refusal.notFound();
    refuseWeakPassword(password, (await this.open(token)).email);
    // Hashing takes a while, in which nobody should have to wait.
    const passwordHash = await hashPassword(password);
    await this.administration.wait();
    const { id, email, name, roles, inviter: by } = await this.open(token);
    if (!(await this.accounts.administrators()).includes(by)) throw Refusal.notFound();
    const account = await this.accounts.add({ email, name, roles, passwordHash, by });
    if (!account) throw emailTaken();
    await this.store.end(id, 'accepted', account);
    await this.record.appendToOwnHouse('account/created', {
      by,
      account,
      email,
      name,
      roles,
      invitation: id,
    });
    return { email, name };
  }

  private async open(token: string): Promise<OpenInvitation> {
    const invitation = await this.store.findOpen(hashToken(token));
    if (!invitation) throw Refusal.notFound();
    return invitation;
  }
}

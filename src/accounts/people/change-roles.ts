import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { InvitationsStore } from '../invitations/invitations.store';
import { PasswordResetsStore } from '../password/password-resets.store';
import { SessionsStore } from '../sessions/sessions.store';
import type { RolesBody } from './accounts.dto';
import { type Account, AccountsStore } from './accounts.store';
import { Administration } from './administration';

@Injectable()
export class ChangeRoles {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly administration: Administration,
    private readonly store: AccountsStore,
    private readonly sessions: SessionsStore,
    private readonly resets: PasswordResetsStore,
    private readonly invitations: InvitationsStore,
    private readonly record: SharingRecord,
  ) {}

  /**
   * Replaces the roles of a colleague. Her sessions end: with other roles one signs in anew.
   * @throws Refusal `account/own-roles`, and what `Administration.begin` throws
   */
  async run(accountId: string, { roles: wanted }: RolesBody): Promise<Account> {
    const roles = wanted.toSorted();
    if (!roles.includes('duty-officer')) await this.administration.holdServing();
    const account = await this.administration.begin(accountId, roles.includes('administrator'));
    const by = this.transaction.person;
    if (account.id === by)
      throw Refusal.forbidden('account/own-roles', 'Nobody changes the roles of herself or himself.');
    await this.store.replaceRoles(account.id, roles);
    await this.sessions.end(account.id, 'roles-changed');
    if (!roles.includes('administrator')) await this.endWhatSheIssued(account.id);
    const change = { by, account: account.id, from: account.roles, to: roles };
    await this.record.appendToOwnHouse('account/roles-changed', change);
    return { ...account, roles };
  }

  /** What an administrator began ends with being one. */
  private async endWhatSheIssued(accountId: string): Promise<void> {
    await this.resets.endOf({ issuer: accountId }, 'issuer-left');
    await this.invitations.endOfInviter(accountId);
  }
}

import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { InvitationsStore } from '../invitations/invitations.store';
import { PasswordResetsStore } from '../password/password-resets.store';
import { SessionsStore } from '../sessions/sessions.store';
import type { DepartureBody } from './accounts.dto';
import { type Account, AccountsStore } from './accounts.store';
import { Administration } from './administration';

@Injectable()
export class RecordDeparture {
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
   * Records that a person has left: nothing she holds or handed out is accepted from then on. Her sessions end, and
   * so do the invitations and resets that she issued and nobody has used.
   * @throws Refusal as `Administration.begin`
   */
  async run(accountId: string, { reason }: DepartureBody): Promise<Account> {
    await this.administration.holdServing();
    const account = await this.administration.begin(accountId, false);
    await this.store.addDeparture(account.id, reason);
    await this.sessions.end(account.id, 'departed');
    await this.resets.endOf({ account: account.id }, 'departed');
    await this.resets.endOf({ issuer: account.id }, 'issuer-left');
    await this.invitations.endOfInviter(account.id);
    const by = this.transaction.person;
    await this.record.appendToOwnHouse('account/departed', { by, account: account.id, reason });
    return { ...account, departed_at: this.transaction.at };
  }
}

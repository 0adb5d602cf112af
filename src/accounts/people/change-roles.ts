import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import type { RolesBody } from './accounts.dto';
import { type Account, AccountsStore } from './accounts.store';
import { Administration } from './administration';

@Injectable()
export class ChangeRoles {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly administration: Administration,
    private readonly store: AccountsStore,
    private readonly record: SharingRecord,
  ) {}

  /**
   * Replaces the roles of a colleague; they count from the colleague's next request on.
   * @throws Refusal `account/own-roles`, and what `Administration.begin` throws
   */
  async run(accountId: string, { roles: wanted }: RolesBody): Promise<Account> {
    const roles = wanted.toSorted();
    const account = await this.administration.begin(accountId, roles.includes('administrator'));
    const by = this.transaction.person;
    if (account.id === by)
      throw Refusal.forbidden('account/own-roles', 'Nobody changes the roles of herself or himself.');
    await this.store.replaceRoles(account.id, roles);
    const change = { by, account: account.id, from: account.roles, to: roles };
    await this.record.appendToOwnHouse('account/roles-changed', change);
    return { ...account, roles };
  }
}

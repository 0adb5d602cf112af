import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { isNobody } from '../rules/nobody';
import { type AdministratorFault, administratorFault } from '../rules/administrators';
import { badCredential } from '../credentials/bad-credential';
import { type Account, AccountsStore } from './accounts.store';

const refusals: Record<AdministratorFault, () => Refusal> = {
  'account/no-longer-administrator': () =>
    Refusal.forbidden('account/no-longer-administrator', 'You are not an administrator any more.'),
  'account/last-administrator': () =>
    Refusal.conflict('account/last-administrator', 'The organization would be left without administrator.'),
};

const ofNobody = () =>
  Refusal.conflict(
    'account/of-nobody',
    'It belongs to no person: what systems file, or what is imported, stands in its name. It has no role, and nobody signs in to it.',
  );

/** What every change to an existing account goes through first. */
@Injectable()
export class Administration {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: AccountsStore,
  ) {}

  /**
   * Waits for changes to the organization's people, their sessions and credentials that are under way; what is asked
   * from then on is true until this transaction ends. Who acts in a session that was ended meanwhile acts no more.
   * @throws Refusal 401
   */
  async wait(): Promise<void> {
    const { viewer } = this.transaction;
    await this.transaction.lock(`administrators:${viewer.organizationId}`);
    const { personId, sessionId } = viewer;
    if (!personId || !sessionId) return;
    if (!(await this.store.rolesIn(sessionId, personId, this.transaction.at))) throw badCredential();
  }

  /**
   * Waits until no answer to the organization is on its way, before it waits for anything else here: what ends a person's
   * right to be served by name holds for what began before as well.
   */
  async holdServing(): Promise<void> {
    await this.transaction.lock(`serve:${this.transaction.viewer.organizationId}`);
  }

  /**
   * What an administrator does to nobody's account yet.
   * @throws Refusal `account/no-longer-administrator`
   */
  async enter(): Promise<void> {
    await this.wait();
    if (!(await this.store.administrators()).includes(this.transaction.person))
      throw refusals['account/no-longer-administrator']();
  }

  /**
   * The account that is about to change, with the organization's accounts locked: two administrators who take the
   * role from each other at the same moment come one after the other, and the second is no longer one.
   * @param stays whether the person is an administrator afterwards
   * @throws Refusal 404, `account/of-nobody`, `account/departed`, `account/no-longer-administrator`, `account/last-administrator`
   */
  async begin(accountId: string, stays: boolean): Promise<Account> {
    const { person: actor } = this.transaction;
    await this.wait();
    const account = isUuid(accountId) ? await this.store.find(accountId) : undefined;
    if (!account) throw Refusal.notFound();
    if (isNobody(account.email)) throw ofNobody();
    if (account.departed_at) throw Refusal.conflict('account/departed', 'This person has left.');
    const change = { actor, target: account.id, stays };
    const fault = administratorFault(await this.store.administrators(), change);
    if (fault) throw refusals[fault]();
    return account;
  }
}

import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { hashPassword, refuseWeakPassword } from '../passwords';
import type { CreateAccountBody } from './accounts.dto';
import { Administration } from './administration';
import { type Account, AccountsStore } from './accounts.store';

@Injectable()
export class CreateAccount {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: AccountsStore,
    private readonly record: SharingRecord,
    private readonly administration: Administration,
  ) {}

  /**
   * Creates an account in the acting administrator's own organization. An e-mail signs in to one account of the
   * whole installation, so that it is taken can be learnt here, by administrators: who asks leaves an entry.
   * @throws Refusal 422 for a weak password, `account/email-taken`, `account/no-longer-administrator`
   */
  async run({ email, name, password, roles }: CreateAccountBody): Promise<Account> {
    refuseWeakPassword(password, email);
    const passwordHash = await hashPassword(password);
    // Hashing takes a while, in which the acting person may have left.
    await this.administration.enter();
    const id = await this.store.add({ email, name, roles, passwordHash });
    const by = this.transaction.person;
    if (!id) {
      await this.record.appendToOwnHouse('account/email-refused', { by, email });
      throw Object.assign(emailTaken(), { recorded: true });
    }
    await this.record.appendToOwnHouse('account/created', { by, account: id, email, name, roles });
    const created = await this.store.find(id);
    if (!created) throw new Error('An account that was just created is there.');
    return created;
  }
}

/** 409 for an e-mail that already signs in to an account. */
export const emailTaken = () =>
  Refusal.conflict('account/email-taken', 'An account with this e-mail exists already.');

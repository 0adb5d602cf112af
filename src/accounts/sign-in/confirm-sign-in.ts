import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/viewer';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { AccountsStore } from '../people/accounts.store';
import { SecondFactorStore } from '../second-factor/second-factor.store';
import { signInRefused } from './sign-in-refused';

/** What somebody has proved who signs in. */
export interface Proved {
  passwordHash: string;
  /** The enrolment whose code was right; undefined when none was asked for. */
  enrolment: string | undefined;
}

/**
 * The proofs are looked at before there is a viewer, and take a while. Once the viewer's transaction is open, they have
 * to be good still: whoever changes a password or enrols a second factor ends what was begun with less.
 */
@Injectable()
export class ConfirmSignIn {
  private readonly proved = new WeakMap<Viewer, Proved>();

  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly accounts: AccountsStore,
    private readonly factors: SecondFactorStore,
    private readonly record: SharingRecord,
  ) {}

  keep(viewer: Viewer, proved: Proved): void {
    this.proved.set(viewer, proved);
  }

  /**
   * Holds changes of the account back until the transaction ends, and writes the success to the house log.
   * @throws Refusal 401 as for a wrong password
   */
  async run(): Promise<void> {
    const { viewer, person } = this.transaction;
    await this.factors.lock(person);
    const proved = this.proved.get(viewer);
    const account = await this.accounts.credentials(person);
    const factor = await this.factors.find(person);
    const enrolment = factor?.confirmed_at ? factor.id : undefined;
    if (!proved || account?.password_hash !== proved.passwordHash || enrolment !== proved.enrolment)
      throw signInRefused();
    await this.record.appendToOwnHouse('sign-in/succeeded', { person });
  }
}

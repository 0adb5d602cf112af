import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { Administration } from '../people/administration';
import { SessionsStore } from '../sessions/sessions.store';
import { SecondFactorStore } from './second-factor.store';

@Injectable()
export class RemoveSecondFactor {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly administration: Administration,
    private readonly store: SecondFactorStore,
    private readonly sessions: SessionsStore,
    private readonly record: SharingRecord,
  ) {}

  /**
   * Removes the second factor of a colleague who lost it. Her sessions end; she signs in with the password and enrols
   * anew. Nobody removes her or his own: a found session must not shed it.
   * @throws Refusal `second-factor/own`, `second-factor/none`, and what `Administration.begin` throws
   */
  async run(accountId: string): Promise<void> {
    await this.administration.holdServing();
    const account = await this.administration.begin(accountId, true);
    const { person: by } = this.transaction;
    if (account.id === by) throw own();
    await this.store.lock(account.id);
    const enrolment = await this.store.find(account.id);
    if (!enrolment?.confirmed_at) throw none();
    await this.store.end(enrolment.id, 'removed');
    await this.sessions.end(account.id, 'second-factor-removed');
    await this.record.appendToOwnHouse('second-factor/removed', { by, account: account.id });
  }
}

const own = () =>
  Refusal.forbidden('second-factor/own', 'Nobody removes her or his own; ask another administrator.');
const none = () => Refusal.conflict('second-factor/none', 'This person has no second factor.');

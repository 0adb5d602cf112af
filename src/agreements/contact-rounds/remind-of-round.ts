import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { stateOf } from './contact-round.view';
import { ContactRoundsStore, remindedAlready, type StoredRound } from './contact-rounds.store';
import { RoundLog } from './round-log';

/** Records that who asked reminded whom it asked: once when the round is due soon, and once when it is overdue. */
@Injectable()
export class RemindOfRound {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: ContactRoundsStore,
    private readonly log: RoundLog,
  ) {}

  /** @throws Refusal 404, `contact-round/not-asker`, `contact-round/not-due`, `contact-round/reminded` */
  async run(id: string): Promise<StoredRound> {
    const round = isUuid(id) ? await this.store.find(id) : undefined;
    if (!round) throw Refusal.notFound();
    if (round.asked_by_org !== this.transaction.viewer.organizationId)
      throw Refusal.forbidden('contact-round/not-asker', 'Only who asked reminds.');
    const state = stateOf(round, this.transaction.at);
    if (state !== 'due-soon' && state !== 'overdue')
      throw Refusal.conflict('contact-round/not-due', 'It is answered, or not due within seven days.');
    if (round.reminders.some(({ step }) => step === state)) throw remindedAlready();
    await this.store.remind(id, state);
    await this.log.append('contact-round/reminded', round, { step: state });
    return (await this.store.find(id))!;
  }
}

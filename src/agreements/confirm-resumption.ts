import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { AgreementDesk } from './agreement-desk';
import type { StoredPause } from './dossier';
import { FindPause } from './find-pause';
import { iso } from './pause-view';
import { PausesStore } from './pauses.store';
import { required } from './refuse';
import { judgeResumptionConfirmation } from './rules/pausing';

/** Confirms, as a second person, that a suspension or stop ends now. */
@Injectable()
export class ConfirmResumption {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly desk: AgreementDesk,
    private readonly find: FindPause,
    private readonly pauses: PausesStore,
  ) {}

  /** @throws Refusal 404, or of the rules */
  async run(id: string): Promise<StoredPause> {
    await this.transaction.lock(`pause:${id}`);
    const pause = await this.find.run(id);
    required(judgeResumptionConfirmation(pause, await this.desk.actor(), this.desk.at));
    if (!pause.resumption) return pause;
    await this.pauses.confirmResumption(id, pause.resumption.id);
    const { fromHandle: from, toHandle: to, kind: pause_kind } = pause;
    const shared = { from, to, pause_kind, effective_at: iso(this.desk.at) };
    await this.find.tell(pause, { kind: 'sharing-resumed', shared });
    return this.find.run(id);
  }
}

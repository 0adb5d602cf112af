import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { AgreementDesk } from './agreement-desk';
import type { StoredPause } from './dossier';
import { FindPause } from './find-pause';
import { PausesStore } from './pauses.store';
import { required } from './refuse';
import { judgeResumption } from './rules/pausing';

/** Asks for the end of a suspension or stop. Nothing flows before a second person has confirmed it. */
@Injectable()
export class ResumeSharing {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly desk: AgreementDesk,
    private readonly find: FindPause,
    private readonly pauses: PausesStore,
  ) {}

  /** @throws Refusal 404, or of the rules */
  async run(id: string, reason: string): Promise<StoredPause> {
    await this.transaction.lock(`pause:${id}`);
    const pause = await this.find.run(id);
    required(judgeResumption(pause, await this.desk.actor(), this.desk.at));
    await this.pauses.addResumption(id, reason);
    const { fromHandle: from, toHandle: to, kind: pause_kind } = pause;
    // As with the pause itself: the reason of a suspension is for both sides, that of a stop for the own one.
    const told = pause_kind === 'suspension' ? { shared: { reason } } : { own: { reason } };
    const shared = { from, to, pause_kind, ...told.shared };
    await this.find.tell(pause, { kind: 'resumption-requested', shared, own: told.own });
    return this.find.run(id);
  }
}

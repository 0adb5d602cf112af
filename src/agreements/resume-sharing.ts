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
    const { fromHandle: from, toHandle: to } = pause;
    const kind = 'resumption-requested';
    // The request is the own side's affair until it is confirmed; its reason, for good.
    await this.find.tell(pause, { kind, shared: { from, to, pause_kind: pause.kind }, own: { reason } });
    return this.find.run(id);
  }
}

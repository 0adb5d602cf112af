import { Injectable } from '@nestjs/common';
import { Organizations } from '../organizations';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { AgreementDesk } from './agreement-desk';
import { AgreementLog } from './agreement-log';
import type { StoredPause } from './dossier';
import { FindPause } from './find-pause';
import { iso } from './pause-view';
import type { StopBody } from './pauses.dto';
import { PausesStore } from './pauses.store';
import { required } from './refuse';
import { judgeStop } from './rules/pausing';

/**
 * Stops what the duty officer's side sends to a team, under whatever agreement, at once and alone. The reason is
 * for her own side: why a team is trusted no more is not for that team to read.
 */
@Injectable()
export class StopSharing {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly organizations: Organizations,
    private readonly desk: AgreementDesk,
    private readonly pauses: PausesStore,
    private readonly find: FindPause,
    private readonly log: AgreementLog,
  ) {}

  /** @throws Refusal 422 for an unknown team, or of the rules */
  async run({ to, reason }: StopBody): Promise<StoredPause> {
    const team = await this.organizations.require(to, 'to');
    const direction = { from: this.transaction.viewer.organizationId, to: team.id };
    await this.desk.holdServing([team.id]);
    const granting = await this.pauses.agreementsGranting(direction);
    const stops = await this.pauses.stopsOf(direction);
    required(judgeStop(granting.length > 0, stops, direction, this.desk.at));
    const id = await this.pauses.add({
      kind: 'stop',
      agreementId: null,
      fromId: direction.from,
      toId: direction.to,
      informationTypes: null,
      startsAt: this.transaction.at,
      endsAt: null,
      reviewAt: null,
      grounds: reason,
      evidenceSha256: null,
    });
    const stopped = await this.find.run(id);
    const shared = { from: stopped.fromHandle, to: stopped.toHandle, effective_at: iso(this.desk.at) };
    const relation: [string, string] = [direction.from, direction.to];
    await this.log.appendTo(granting, [relation], { kind: 'sharing-stopped', shared, own: { reason } });
    return stopped;
  }
}

import { Injectable } from '@nestjs/common';
import { isUuid } from '../platform/ids';
import { Refusal } from '../platform/refusal';
import { AgreementDesk } from './agreement-desk';
import { AgreementLog, type Change } from './agreement-log';
import type { StoredPause } from './dossier';
import { PausesStore } from './pauses.store';

/** Finds a pause for whom it concerns, and tells the logs that it concerns of what becomes of it. */
@Injectable()
export class FindPause {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly pauses: PausesStore,
    private readonly log: AgreementLog,
  ) {}

  /** @throws Refusal 404, the same for absent ones and for those of others */
  async run(id: string): Promise<StoredPause> {
    const found = isUuid(id) ? await this.pauses.find(id) : undefined;
    if (!found) throw Refusal.notFound();
    return found;
  }

  /** To every relationship in which the pause holds. */
  async tell({ agreement, from, to }: StoredPause, change: Change): Promise<void> {
    if (agreement !== null) return this.log.append(await this.desk.read(agreement), change);
    if (from === null || to === null) throw new Error('A stop has a direction.');
    await this.log.appendTo(await this.pauses.agreementsGranting({ from, to }), [[from, to]], change);
  }
}

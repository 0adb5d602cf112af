import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { type PassingOnView, presentPassing } from './passing-on.dto';
import { type PassedOn, PassingOnStore } from './passing-on.store';

/** A team passes something on no longer: nothing of it is served to the constituent after that. */
@Injectable()
export class EndPassingOn {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: PassingOnStore,
    private readonly record: SharingRecord,
  ) {}

  /** @throws Refusal `not-found`, `passing-on/ended` */
  async run(id: string, reason: string | undefined): Promise<PassingOnView> {
    const { constituentId, originatorId } = await this.find(id);
    // What is on its way to the constituent is sent before, or is not sent.
    await this.transaction.lock(`serve:${constituentId}`);
    await this.transaction.lock(`originator:${originatorId}`);
    const { endedAt, item, to } = await this.find(id);
    if (endedAt) throw Refusal.conflict('passing-on/ended', 'It was ended already.');
    await this.store.end(id, reason ?? null);
    await this.record.append({
      log: await this.record.houseLog(this.transaction.viewer.organizationId),
      kind: 'passing-on-ended',
      shared: { passing_on: id, item, constituent: to, by: this.transaction.person },
      ...(reason === undefined ? {} : { content: { reason } }),
    });
    return presentPassing(await this.find(id));
  }

  private async find(id: string): Promise<PassedOn> {
    const found = isUuid(id) ? await this.store.find(id) : undefined;
    if (!found) throw Refusal.notFound();
    return found;
  }
}

import { Injectable } from '@nestjs/common';
import { Refusal } from '../platform/refusal';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { SharingRecord } from '../record';
import { countsFrom, type OverlayVersion } from './overlay';
import { OverlaysStore } from './overlays.store';

/** Confirms, as a second person, a version that lets go what the former withheld. It counts from now. */
@Injectable()
export class ConfirmOverlay {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: OverlaysStore,
    private readonly record: SharingRecord,
  ) {}

  /** @throws Refusal 404, `overlay/counts-already`, `overlay/followed`, `overlay/second-person` */
  async run(number: number): Promise<OverlayVersion> {
    await this.store.hold();
    const version = await this.store.find(number);
    if (!version) throw Refusal.notFound();
    const { person } = this.transaction;
    if (countsFrom(version)) throw Refusal.conflict('overlay/counts-already', 'This version counts already.');
    if (!version.isLast)
      throw Refusal.conflict('overlay/followed', 'A later version was recorded in place of this one.');
    if (version.recordedBy.id === person)
      throw Refusal.forbidden(
        'overlay/second-person',
        'Whoever recorded a version cannot confirm it: a second person has to.',
      );
    await this.store.confirm(version.id);
    await this.store.settle(version.id);
    await this.record.appendToOwnHouse('overlay/confirmed', { by: person, version: number });
    return (await this.store.find(number))!;
  }
}

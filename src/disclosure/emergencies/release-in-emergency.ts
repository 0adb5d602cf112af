import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import type { ItemRow } from '../items/item.entity';
import { ReleaseItem } from '../items/release-item';
import { EmergenciesStore } from './emergencies.store';
import { EmergencyReach } from './emergency-reach';
import { dueOf } from './rules/review';

/** One person alone releases a version, its author or not, to whose terms allow that; another reviews it within a day. */
@Injectable()
export class ReleaseInEmergency {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly release: ReleaseItem,
    private readonly reach: EmergencyReach,
    private readonly store: EmergenciesStore,
    private readonly record: SharingRecord,
  ) {}

  /**
   * Never to everybody. The gate decides the rest of it, as of every release.
   * @throws Refusal `release/emergency-nobody` where the terms of nobody allow it, `release/…`, `item/changed`, `not-found`
   */
  async execute(kind: ItemRow['kind'], itemId: string, number: number, reason: string): Promise<void> {
    const { viewer, person } = this.transaction;
    await this.transaction.lock(`originator:${viewer.organizationId}`);
    const { version, releases } = await this.release.requireFit(kind, itemId, number, false);
    const releasedAt = this.release.instantAfter(releases);
    const { reaches, leftOut } = await this.reach.of(version, releasedAt);
    const named = leftOut.map(({ handle }) => handle);
    if (reaches.length === 0) throw reachesNobody(named);
    const dueAt = new Date(dueOf(releasedAt));
    const emergency = await this.store.add({
      ...{ version, releasedAt, dueAt, reason },
      reaches: reaches.map(({ id }) => id),
      leftOut: leftOut.map(({ id }) => id),
    });
    await this.release.write(version, releasedAt, { emergency: true });
    await this.record.appendToOwnHouse('emergency-release/made', {
      ...{ emergency, item: itemId, version: number, tlp: version.tlp, by: person, reason },
      ...{ released_at: releasedAt, review_due: dueAt },
      reaches: reaches.map(({ handle }) => handle),
      left_out: named,
    });
  }
}

const reachesNobody = (leftOut: readonly string[]): Refusal =>
  new Refusal(
    'release/emergency-nobody',
    422,
    leftOut.length > 0
      ? `The terms of nobody who might get it let one person release it alone. By a second person it would go to: ${leftOut.join(', ')}.`
      : 'No terms in force let one person alone release it to anybody.',
  );

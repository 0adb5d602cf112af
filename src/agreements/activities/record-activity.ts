import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { mayRecord } from '../rules/activity';
import type { EvidenceOfActivityBody } from './activities.dto';
import { ActivitiesStore, type StoredActivity } from './activities.store';
import { ActivityLog } from './activity-log';
import { plannedOf } from './activity.view';

/** Records what became of an activity, and what proves it. */
@Injectable()
export class RecordActivity {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: ActivitiesStore,
    private readonly log: ActivityLog,
  ) {}

  /** @throws Refusal 404, `activity/not-organizer`, `activity/over`, `activity/not-yet` */
  async outcome(
    id: string,
    outcome: 'done' | 'cancelled',
    reason: string | null = null,
  ): Promise<StoredActivity> {
    const activity = await this.require(id);
    const refusal = mayRecord(this.transaction.at.getTime(), plannedOf(activity), outcome);
    if (refusal === 'activity/not-organizer')
      throw Refusal.forbidden('activity/not-organizer', 'Only an organizer records what became of it.');
    if (refusal === 'activity/over')
      throw Refusal.conflict('activity/over', 'What became of it is recorded already.');
    if (refusal) throw Refusal.conflict('activity/not-yet', 'It is not over yet.');
    await this.store.addOutcome(id, outcome, reason);
    await this.log.append(outcome === 'done' ? 'activity-done' : 'activity-cancelled', activity);
    return this.require(id);
  }

  /** By any who is named, once it is done. @throws Refusal 404, `activity/not-done` */
  async evidence(id: string, { text, sha256 }: EvidenceOfActivityBody): Promise<StoredActivity> {
    const activity = await this.require(id);
    if (activity.outcome !== 'done')
      throw Refusal.conflict('activity/not-done', 'Evidence is of what is recorded as done.');
    await this.store.addEvidence(id, text, sha256 ?? null);
    await this.log.append('activity-evidence-added', activity);
    return this.require(id);
  }

  /** @throws Refusal 404, the same for what is absent and for what names others */
  async require(id: string): Promise<StoredActivity> {
    const found = isUuid(id) ? await this.store.find(id) : undefined;
    if (!found) throw Refusal.notFound();
    return found;
  }
}

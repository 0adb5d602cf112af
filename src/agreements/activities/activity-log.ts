import { Injectable } from '@nestjs/common';
import type { EntryKind } from '../../record';
import { AgreementLog } from '../agreement-log';
import type { StoredActivity } from './activities.store';

/** Enters what became of an activity: for each pair of operating CERTs that it names, and for nobody who is not named. */
@Injectable()
export class ActivityLog {
  constructor(private readonly log: AgreementLog) {}

  async append(kind: EntryKind, activity: StoredActivity): Promise<void> {
    const { id, agreement_id: agreement, agreement: reference, kind: of, starts_at, ends_at } = activity;
    const named = activity.parties.filter(({ operates }) => operates).map((party) => party.id);
    const pairs = named.flatMap((one, index) =>
      named.slice(index + 1).map((other): [string, string] => [one, other]),
    );
    const shared = {
      activity: id,
      activity_kind: of,
      starts_at: starts_at.toISOString(),
      ends_at: ends_at.toISOString(),
    };
    await this.log.appendTo([{ id: agreement, reference }], pairs, { kind, shared });
  }
}

import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { AgreementDesk } from '../agreement-desk';
import type { Dossier } from '../dossier';
import { millisOf } from '../instant';
import { intervalFault } from '../rules/activity';
import { standing } from '../rules/standing';
import type { PlanActivityBody } from './activities.dto';
import { ActivitiesStore, type StoredActivity } from './activities.store';
import { ActivityLog } from './activity-log';

/** The parties of an agreement that the viewer may know, by handle: of the agreement itself, and of terms of it. */
const partiesOf = ({ parties, terms }: Dossier): Map<string, string> =>
  new Map(
    [...parties, ...terms.flatMap((one) => one.parties)].map(({ organization: { id, handle } }) => [
      handle,
      id,
    ]),
  );

/** Plans something that parties of an agreement do together. It lets nothing go. */
@Injectable()
export class PlanActivity {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly desk: AgreementDesk,
    private readonly store: ActivitiesStore,
    private readonly log: ActivityLog,
  ) {}

  /** @throws Refusal 404, `agreement/ended`, 422 for who is no party and for instants that do not fit */
  async run(reference: string, body: PlanActivityBody): Promise<StoredActivity> {
    const agreement = await this.desk.read(reference);
    if (standing(agreement, this.desk.at).ended)
      throw Refusal.conflict('agreement/ended', 'The agreement has ended.');
    const [starts, ends] = [millisOf(body.starts_at), millisOf(body.ends_at)];
    const fault = intervalFault(starts, ends);
    if (fault) throw Refusal.invalid({ field: 'ends_at', ...fault });
    const id = await this.store.add(
      {
        ...{ agreement_id: agreement.id, kind: body.kind, title: body.title, place: body.place ?? null },
        ...{ starts_at: new Date(starts), ends_at: new Date(ends), time_zone: body.time_zone },
      },
      this.named(agreement, body),
    );
    const activity = (await this.store.find(id))!;
    await this.log.append('activity-planned', activity);
    return activity;
  }

  /** Who is named, the own organization first, which organizes. @throws Refusal 422 */
  private named(agreement: Dossier, { organizers, participants = [] }: PlanActivityBody) {
    const parties = partiesOf(agreement);
    const own = this.transaction.viewer.organizationId;
    const idIn = (field: string) => (handle: string) => {
      const id = parties.get(handle);
      if (id !== undefined) return id;
      throw Refusal.invalid({
        field,
        rule: 'party',
        message: `${field} must be handles of parties of the agreement`,
      });
    };
    const organizing = organizers.map(idIn('organizers'));
    if (!organizing.includes(own)) {
      const message = 'organizers must name your own organization';
      throw Refusal.invalid({ field: 'organizers', rule: 'own-organizer', message });
    }
    const taking = participants.map(idIn('participants'));
    if (taking.some((id) => organizing.includes(id))) {
      const message = 'participants must be others than the organizers';
      throw Refusal.invalid({ field: 'participants', rule: 'named-once', message });
    }
    return [
      ...organizing.toSorted((one) => (one === own ? -1 : 1)).map((id) => [id, 'organizer'] as const),
      ...taking.map((id) => [id, 'participant'] as const),
    ];
  }
}

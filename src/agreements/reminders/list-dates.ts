import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { AgreementDesk } from '../agreement-desk';
import type { Dossier } from '../dossier';
import { iso } from '../pause-view';
import { isOpen, pauseInterval } from '../rules/paused';
import { standing } from '../rules/standing';
import { AgreementDates } from './agreement-dates';
import type { AgreementDatesView, AgreementDateView, DateKind } from './calendar.view';
import type { DueDate } from './reminders.store';
import { DatesStore, type DueObligations, type PlannedActivity } from './dates.store';

const date = (kind: DateKind, subject: string, at: number): AgreementDateView => ({
  ...{ kind, subject, at: iso(at), until: null, title: null, obligation: null, side: null, count: 1 },
});

/** All dates of one agreement, as its own calendar; nothing of what is owed is named. */
@Injectable()
export class ListDates {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly desk: AgreementDesk,
    private readonly dates: AgreementDates,
    private readonly store: DatesStore,
  ) {}

  /** @throws Refusal 404 */
  async run(reference: string): Promise<AgreementDatesView> {
    const agreement = await this.desk.read(reference);
    const at = this.transaction.at.getTime();
    const due = await this.dates.all(reference);
    const items = [
      ...versionsOf(agreement, at),
      ...pausesOf(agreement, at),
      ...due.flatMap((one) => ofAgreement(one, reference)),
      ...(await this.store.obligations(agreement.id)).map(ofObligations),
      ...(await this.store.activities(agreement.id)).map(ofActivity),
    ];
    items.sort((one, other) => one.at.localeCompare(other.at) || one.kind.localeCompare(other.kind));
    return { agreement: reference, at: iso(at), items };
  }
}

const versionsOf = (agreement: Dossier, at: number): AgreementDateView[] =>
  standing(agreement, at).versions.flatMap(({ number, from }) =>
    from === null ? [] : [date('entry_into_force', String(number), from)],
  );

const pausesOf = ({ pauses }: Dossier, at: number): AgreementDateView[] =>
  pauses
    .filter((pause) => isOpen(pause, at))
    .flatMap((pause) => {
      const { until } = pauseInterval(pause);
      return [
        ...(pause.reviewAt === null ? [] : [date('review', pause.id, pause.reviewAt)]),
        ...(until === null ? [] : [date('pause_end', pause.id, until)]),
      ];
    });

function ofAgreement(
  { kind, subject, due_at, name, agreement }: DueDate,
  reference: string,
): AgreementDateView[] {
  // Contacts are due under the terms of this agreement or not at all.
  if (agreement !== reference) return [];
  const as = kind === 'expiry' ? 'end' : kind === 'meeting' ? 'meeting' : 'contact';
  return [{ ...date(as, subject, due_at.getTime()), title: name }];
}

const ofObligations = ({ kind, side, due, count }: DueObligations): AgreementDateView => ({
  ...date('obligation', `${kind}-${side}-${iso(due.getTime()).slice(0, 10)}`, due.getTime()),
  ...{ obligation: kind, side, count },
});

const ofActivity = ({ id, title, starts_at, ends_at }: PlannedActivity): AgreementDateView => ({
  ...date('activity', id, starts_at.getTime()),
  ...{ until: ends_at.toISOString(), title },
});

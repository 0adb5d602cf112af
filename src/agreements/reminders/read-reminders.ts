import { Injectable } from '@nestjs/common';
import { Paging } from '../../platform/paging';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { millisOf } from '../instant';
import { kindsFor, type ReminderKind, reminderStepAt, type ReminderStep } from '../rules/reminder';
import { AgreementDates } from './agreement-dates';
import type { ReminderPage, ReminderView } from './reminder.view';
import type { ListRemindersQuery, SeenReminderBody } from './reminders.dto';
import { type DueDate, type DueFilters, RemindersStore } from './reminders.store';

interface Reminder extends DueDate {
  step: ReminderStep;
  seenAt: Date | null;
}

type Place = Pick<DueDate, 'due_at' | 'subject'> & { kind: string };
const placeOf = ({ due_at, kind, subject }: Place) => [due_at.toISOString(), kind, subject];
/** By when it is due; a text of an instant sorts as the instant does. */
const key = (date: Place) => placeOf(date).join(' ');

/** What somebody is reminded of now, by her roles. It follows from dates, so nothing has to have run before. */
@Injectable()
export class ReadReminders {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly paging: Paging,
    private readonly dates: AgreementDates,
    private readonly store: RemindersStore,
  ) {}

  /** @throws Refusal `cursor/invalid` */
  async list({ kind, agreement, until, seen, ...query }: ListRemindersQuery): Promise<ReminderPage> {
    const filters: DueFilters = {
      kinds: this.kinds(kind),
      subject: null,
      agreement: agreement ?? null,
      until: until === undefined ? null : new Date(millisOf(until)),
    };
    const roles = this.transaction.viewer.roles.toSorted().join('+');
    const { page, next } = await this.paging.page<Reminder>(query, {
      name: ['reminders', this.transaction.person, roles, kind, agreement, until, seen].join('|'),
      placeOf,
      load: (after, limit) => this.load(filters, seen, after, limit),
    });
    return { items: page.map(present), next };
  }

  /** Puts away one step of one date, for the viewer alone. @throws Refusal 404 for what she is not reminded of */
  async putAway({ kind, subject }: SeenReminderBody): Promise<ReminderView> {
    const filters = { kinds: this.kinds(kind), subject, agreement: null, until: null };
    const [found] = await this.load(filters, undefined, [], 1);
    if (!found) throw Refusal.notFound();
    await this.store.putAway(found, found.step);
    const [seen] = await this.load(filters, undefined, [], 1);
    return present(seen!);
  }

  private kinds(kind: ReminderKind | undefined): ReminderKind[] {
    return kindsFor(this.transaction.viewer.roles).filter((one) => kind === undefined || one === kind);
  }

  /** A page is filled before it is sent, however much of it was put away. */
  private async load(
    filters: DueFilters,
    seen: 'true' | 'false' | undefined,
    after: readonly string[],
    limit: number,
  ): Promise<Reminder[]> {
    const fromAgreements = await this.fromAgreements(filters);
    const found: Reminder[] = [];
    let place = after;
    for (;;) {
      const batch = await this.batch(filters, fromAgreements, place, limit);
      const wanted = ({ seenAt }: Reminder) => seen === undefined || (seenAt !== null) === (seen === 'true');
      found.push(...(await this.withSeen(batch)).filter(wanted));
      const last = batch.at(-1);
      if (found.length >= limit || batch.length < limit || !last) return found.slice(0, limit);
      place = placeOf(last);
    }
  }

  private async batch(
    filters: DueFilters,
    fromAgreements: readonly DueDate[],
    after: readonly string[],
    limit: number,
  ): Promise<DueDate[]> {
    const others = await this.store.due(filters, after, limit);
    const from = after.join(' ');
    return [...others, ...fromAgreements.filter((date) => key(date) > from)]
      .sort((one, other) => (key(one) < key(other) ? -1 : 1))
      .slice(0, limit);
  }

  private async fromAgreements({ kinds, subject, agreement, until }: DueFilters): Promise<DueDate[]> {
    if (!kinds.some((kind) => ['expiry', 'meeting', 'contact'].includes(kind))) return [];
    const at = this.transaction.at.getTime();
    return (await this.dates.all(agreement)).filter(
      (date) =>
        kinds.includes(date.kind) &&
        reminderStepAt(date.kind, date.due_at.getTime(), at) !== null &&
        (subject === null || date.subject === subject) &&
        (agreement === null || date.agreement === agreement) &&
        (until === null || date.due_at < until),
    );
  }

  private async withSeen(dates: readonly DueDate[]): Promise<Reminder[]> {
    if (dates.length === 0) return [];
    const seen = await this.store.seen(dates.map(({ subject }) => subject));
    const at = this.transaction.at.getTime();
    return dates.flatMap((date) => {
      const step = reminderStepAt(date.kind, date.due_at.getTime(), at);
      if (step === null) return [];
      const same = seen.find((one) => key(one) === key(date) && one.step === step);
      return [{ ...date, step, seenAt: same?.at ?? null }];
    });
  }
}

const present = ({ due_at, seenAt, ...rest }: Reminder): ReminderView => ({
  kind: rest.kind,
  subject: rest.subject,
  agreement: rest.agreement,
  organization: rest.organization,
  name: rest.name,
  direction: rest.direction,
  item: rest.item,
  due_at: due_at.toISOString(),
  step: rest.step,
  seen_at: seenAt?.toISOString() ?? null,
});

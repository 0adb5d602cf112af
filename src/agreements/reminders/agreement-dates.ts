import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { AgreementsStore } from '../agreements.store';
import type { Dossier } from '../dossier';
import { lastInstant } from '../own-agreements';
import { contactDueAt, isMeetingPlanned, type Meetings, meetingDue } from '../rules/reminder';
import { type Standing, standing } from '../rules/standing';
import { type DueDate, RemindersStore, type StoredMeeting } from './reminders.store';

/** How many agreements are read at once. */
const BATCH = 100;
const ALL = { kind: null, text: null };
const NOTHING_MORE = { organization: null, name: null, direction: null, item: null };

/** An agreement that is in force, with the roles of the viewer's organization in it. */
interface InForce {
  agreement: Dossier;
  now: Standing;
  roles: readonly string[];
}

/** What follows from the facts and terms of agreements: their end, their meetings, and how often contacts are verified. */
@Injectable()
export class AgreementDates {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly agreements: AgreementsStore,
    private readonly store: RemindersStore,
  ) {}

  /**
   * All such dates of the viewer's organization, whether it is time to remind of them or not, in no order.
   * @param reference of one agreement, by whose terms alone contacts are due then; null for all
   */
  async all(reference: string | null): Promise<DueDate[]> {
    const inForce = (await this.inForce()).filter(
      ({ agreement }) => reference === null || agreement.reference === reference,
    );
    const meetings = await this.store.meetings();
    return [
      ...inForce.flatMap(endOf),
      ...inForce.flatMap((one) => this.meetingOf(one, meetings)),
      ...(await this.contacts(inForce)),
    ];
  }

  /** Own contacts, by the agreement that asks first. */
  private async contacts(inForce: readonly InForce[]): Promise<DueDate[]> {
    const terms = inForce
      .filter(({ roles }) => roles.includes('operating_cert'))
      .flatMap(({ agreement, now }) => {
        const days = termsOf(agreement, now)?.contactVerificationDays;
        return days ? [{ agreement: agreement.reference, days }] : [];
      });
    return (await this.store.contacts()).map(({ id, name, ...stored }): DueDate => {
      const contact = {
        enteredAt: stored.entered_at.getTime(),
        verifiedAt: stored.verified_at?.getTime() ?? null,
        lapsesAt: stored.lapses_at?.getTime() ?? null,
      };
      const { due, agreement } = contactDueAt(contact, terms, this.transaction.at.getTime());
      return { ...NOTHING_MORE, kind: 'contact', subject: id, due_at: new Date(due), agreement, name };
    });
  }

  private meetingOf({ agreement, now, roles }: InForce, known: readonly StoredMeeting[]): DueDate[] {
    const days = termsOf(agreement, now)?.meetingsDays;
    // Who only observes does not meet.
    if (!days || roles.every((role) => role === 'observer')) return [];
    const { reference } = agreement;
    const of = known.filter((one) => one.agreement === reference);
    const meetings: Meetings = {
      days,
      since: sinceOf(now),
      last: of.find(({ done }) => done)?.ends_at.getTime() ?? null,
      planned: of
        .filter(({ done }) => !done)
        .map(({ starts_at, ends_at }) => ({ startsAt: starts_at.getTime(), endsAt: ends_at.getTime() })),
    };
    if (isMeetingPlanned(meetings, this.transaction.at.getTime())) return [];
    const due_at = new Date(meetingDue(meetings));
    return [{ ...NOTHING_MORE, kind: 'meeting', subject: reference, due_at, agreement: reference }];
  }

  private async inForce(): Promise<InForce[]> {
    const { at, viewer } = this.transaction;
    const found: InForce[] = [];
    for (let after: string | undefined = ''; after !== undefined;) {
      const batch: Dossier[] = await this.agreements.page(after, ALL, BATCH);
      for (const agreement of batch) {
        const now = standing(agreement, at.getTime());
        const roles =
          agreement.parties.find(({ organization }) => organization.id === viewer.organizationId)?.roles ??
          [];
        if (now.inForce && roles.length > 0) found.push({ agreement, now, roles });
      }
      after = batch.length < BATCH ? undefined : batch.at(-1)?.reference;
    }
    return found;
  }
}

const termsOf = (agreement: Dossier, now: Standing) =>
  agreement.terms.find(({ number }) => number === now.inForce?.number);

/** Since when terms that follow on one another are in force. */
function sinceOf({ inForce, versions }: Standing): number {
  let since = inForce?.from ?? 0;
  for (const version of versions.toReversed())
    if (version.until === since && version.from !== null && version.from < since) since = version.from;
  return since;
}

function endOf({ agreement: { reference }, now }: InForce): DueDate[] {
  const until = lastInstant(now);
  if (until === null) return [];
  return [
    { ...NOTHING_MORE, kind: 'expiry', subject: reference, due_at: new Date(until), agreement: reference },
  ];
}

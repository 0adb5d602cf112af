import { Injectable } from '@nestjs/common';
import { Organizations } from '../../organizations';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { AgreementDesk } from '../agreement-desk';
import type { Dossier } from '../dossier';
import { millisOf } from '../instant';
import { holding } from '../rules/agreement';
import { medianOf, monthsOf, sumsOf } from '../rules/report';
import { standing } from '../rules/standing';
import type { ContactsReportView, AgreementReportView, RequestReportView } from './report.view';
import { ReportService } from './report-service';
import type { AgreementReportQuery } from './reports.dto';
import { type Period, ReportsStore, type RequestCounts } from './reports.store';

const DAY = 86_400_000;
const LONGEST_DAYS = 1830;

/** Reports what two sides of an agreement let each other have in a period, as one of them may know it. That it was read is an entry. */
@Injectable()
export class ReportOnAgreement {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly organizations: Organizations,
    private readonly desk: AgreementDesk,
    private readonly store: ReportsStore,
    private readonly service: ReportService,
    private readonly record: SharingRecord,
  ) {}

  /** @throws Refusal 404, 422 for who is no other operating CERT and for instants that do not fit */
  async run(reference: string, query: AgreementReportQuery): Promise<AgreementReportView> {
    const agreement = await this.desk.read(reference);
    const own = await this.organizations.byId(this.transaction.viewer.organizationId);
    const operating = [agreement, ...agreement.terms].flatMap((one) => holding(one, 'operating_cert'));
    const counterpart = operating.find(({ handle, id }) => handle === query.counterpart && id !== own.id);
    if (!counterpart || !operating.some(({ id }) => id === own.id))
      throw Refusal.invalid({
        field: 'counterpart',
        rule: 'counterpart',
        message: 'counterpart must be another operating CERT of the agreement',
      });
    const { from, until, at } = this.instants(query);
    // What became known at the very instant is part of what stood then.
    const before = new Date(Math.min(until.getTime(), at.getTime() + 1));
    const period = { agreementId: agreement.id, counterpartId: counterpart.id, from, before, at };
    const cells = await this.store.flows(period);
    const months = monthsOf(from.toISOString(), before.toISOString());
    const [received, sent] = await this.store.requests(period);
    const report: AgreementReportView = {
      ...{ agreement: reference, title: agreement.title, organization: own.handle },
      counterpart: counterpart.handle,
      counterpart_name: (await this.organizations.byId(counterpart.id)).name,
      ...{ from: from.toISOString(), until: until.toISOString(), at: at.toISOString() },
      shared: sumsOf(cells, 'shared', months),
      received: sumsOf(cells, 'received', months),
      requests_sent: presentRequests(sent!),
      requests_received: presentRequests(received!),
      activities: await this.store.activities(period),
      contacts: await this.contacts(agreement, period, own.id),
      ...(await this.service.of(period)),
    };
    await this.record.appendToOwnHouse('agreement-reported', {
      ...{ by: this.transaction.person, reference, counterpart: counterpart.handle },
      ...{ from: report.from, until: report.until, at: report.at },
    });
    return report;
  }

  private instants({ from, until, at }: AgreementReportQuery) {
    const [begins, ends] = [millisOf(from), millisOf(until)];
    const now = this.transaction.at.getTime();
    const asOf = at === undefined ? now : millisOf(at);
    if (ends <= begins)
      throw Refusal.invalid({ field: 'until', rule: 'order', message: 'until must come after from' });
    if (ends > begins + LONGEST_DAYS * DAY)
      throw Refusal.invalid({
        field: 'until',
        rule: 'longest',
        message: `until must be at most ${LONGEST_DAYS} days after from`,
      });
    if (asOf > now)
      throw Refusal.invalid({ field: 'at', rule: 'past', message: 'at must not lie in the future' });
    return { from: new Date(begins), until: new Date(ends), at: new Date(asOf) };
  }

  /** By the terms that were in force at the end of what is counted. */
  private async contacts(
    agreement: Dossier,
    period: Period,
    own: string,
  ): Promise<ContactsReportView | null> {
    const moment = new Date(period.before.getTime() - 1);
    const version = standing(agreement, moment.getTime()).versions.find(({ inForce }) => inForce);
    const days = agreement.terms.find(({ number }) => number === version?.number)?.contactVerificationDays;
    if (!days) return null;
    const of = (team: string) => this.store.contacts(agreement.id, team, days, moment);
    return { days, ours: await of(own), theirs: await of(period.counterpartId) };
  }
}

const presentRequests = (counts: RequestCounts): RequestReportView => ({
  asked: counts.asked,
  answered: counts.direction === 'received' ? counts.answered : null,
  refused: counts.refused,
  closed: counts.closed,
  median_hours: medianOf(counts.answer_hours),
  refusals: counts.refusals,
});

import { Injectable } from '@nestjs/common';
import { owedSums, type OwedSums, serviceSums, type Timed } from '../rules/service';
import type { KeptSidesView, OwedCountView, OwedKind, OwedReportView, ServiceReportView } from './kept.view';
import type { Period } from './reports.store';
import { ServiceStore } from './service.store';

/** What two sides owe each other at the end of a period, and how they kept their time in it. */
@Injectable()
export class ReportService {
  constructor(private readonly store: ServiceStore) {}

  async of(period: Period): Promise<{ obligations: OwedReportView; service: ServiceReportView }> {
    const last = period.before.getTime() - 1;
    const owed = await this.store.owed(period);
    const responses = await this.store.responses(period);
    const words = await this.store.updates(period);
    const acknowledged = await this.store.acknowledgements(period);
    const asked = responses.filter(({ began }) => began >= period.from.getTime());
    const side = (ours: boolean): OwedCountView[] => {
      const own = (all: readonly Timed[]) => all.filter((one) => one.ours === ours);
      const requests = [
        owedSums('respond', own(responses), last),
        owedSums('update', own(words), last),
      ].filter((one) => one !== null);
      return [...owed.filter((one) => one.ours === ours), ...requests].map(presentOwed);
    };
    return {
      obligations: { ours: side(true), theirs: side(false) },
      service: { acknowledge: sides(acknowledged, last), respond: sides(asked, last) },
    };
  }
}

const presentOwed = ({ kind, open, overdue, paused, nextDue }: OwedSums): OwedCountView => ({
  kind: kind as OwedKind,
  ...{ open, overdue, paused },
  next_due: nextDue === null ? null : new Date(nextDue).toISOString(),
});

const sides = (all: readonly Timed[], at: number): KeptSidesView => ({
  ours: serviceSums(
    all.filter(({ ours }) => ours),
    at,
  ),
  theirs: serviceSums(
    all.filter(({ ours }) => !ours),
    at,
  ),
});

import { ApiProperty } from '@nestjs/swagger';
import { OwedReportView, ServiceReportView } from './kept.view';

const INSTANT = { type: String, format: 'date-time' } as const;
const HOURS = { type: Number, nullable: true } as const;

export class CountView {
  @ApiProperty({ example: 'GREEN' }) name: string;
  @ApiProperty() versions: number;
}
export class FlowReportView {
  @ApiProperty({ description: 'Versions of items that became known in the period; each is counted once' })
  versions: number;
  @ApiProperty({ type: [CountView], description: 'Month by month in UTC, as 2026-03' }) months: CountView[];
  @ApiProperty({ type: [CountView] }) labels: CountView[];
  @ApiProperty({ type: [CountView] }) types: CountView[];
  @ApiProperty({ type: [CountView], description: 'One of several categories counts in each of them' })
  categories: CountView[];
  @ApiProperty({ description: 'Those whose receipt was acknowledged' }) acknowledged: number;
  @ApiProperty({ ...HOURS, description: 'The median from when it became known to the acknowledgement' })
  median_hours: number | null;
}
export class RefusalCountView {
  @ApiProperty({ description: 'Reason code; `not_told` where it was withheld' }) name: string;
  @ApiProperty() requests: number;
}
export class RequestReportView {
  @ApiProperty({ description: 'Requests that were made in the period' }) asked: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    description:
      'Those answered with an item; of those that you sent it is null, since answers come as items',
  })
  answered: number | null;
  @ApiProperty() refused: number;
  @ApiProperty({ description: 'Closed by whom they came from' }) closed: number;
  @ApiProperty({ ...HOURS, description: 'The median to the first answer or the refusal' })
  median_hours: number | null;
  @ApiProperty({ type: [RefusalCountView] }) refusals: RefusalCountView[];
}
export class ActivityCountView {
  @ApiProperty({ example: 'drill' }) kind: string;
  @ApiProperty({ enum: ['planned', 'done', 'cancelled'] }) state: string;
  @ApiProperty() activities: number;
}
export class ContactsDueView {
  @ApiProperty() contacts: number;
  @ApiProperty({ description: 'Those not verified within the interval' }) due: number;
}
export class ContactsReportView {
  @ApiProperty({ description: 'How often the terms ask for it, in days' }) days: number;
  @ApiProperty({ type: ContactsDueView }) ours: ContactsDueView;
  @ApiProperty({ type: ContactsDueView }) theirs: ContactsDueView;
}

/** What one side may report of an agreement and a period: counts, and nothing of any content. */
export class AgreementReportView {
  @ApiProperty({ description: 'Reference' }) agreement: string;
  @ApiProperty() title: string;
  @ApiProperty({ description: 'Handle of whose report it is' }) organization: string;
  @ApiProperty({ description: 'Handle of the other side' }) counterpart: string;
  @ApiProperty() counterpart_name: string;
  @ApiProperty(INSTANT) from: string;
  @ApiProperty(INSTANT) until: string;
  @ApiProperty({ ...INSTANT, description: 'As it stood at this instant' }) at: string;
  @ApiProperty({ type: FlowReportView }) shared: FlowReportView;
  @ApiProperty({ type: FlowReportView, description: 'Without RED, which goes to persons' })
  received: FlowReportView;
  @ApiProperty({ type: RequestReportView }) requests_sent: RequestReportView;
  @ApiProperty({ type: RequestReportView }) requests_received: RequestReportView;
  @ApiProperty({ type: [ActivityCountView], description: 'Those that name both' })
  activities: ActivityCountView[];
  @ApiProperty({
    type: ContactsReportView,
    nullable: true,
    description: 'Null where the terms in force then did not say how often contacts are verified',
  })
  contacts: ContactsReportView | null;
  @ApiProperty({ type: OwedReportView, description: 'What each side owed the other at the end, by kind' })
  obligations: OwedReportView;
  @ApiProperty({ type: ServiceReportView, description: 'How each side kept the times of the terms' })
  service: ServiceReportView;
}

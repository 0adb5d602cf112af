import { ApiProperty } from '@nestjs/swagger';

const HOURS = { type: Number, nullable: true } as const;
export const OWED_KINDS = ['acknowledge', 'destroy', 'keep', 'respond', 'return', 'update'] as const;

export type OwedKind = (typeof OWED_KINDS)[number];

export class OwedCountView {
  @ApiProperty({
    enum: OWED_KINDS,
    description:
      '`respond` are answers to requests for information and for consent, `update` words on open requests for information',
  })
  kind: OwedKind;
  @ApiProperty({ description: 'Neither done nor waived at the end of the period' }) open: number;
  @ApiProperty({ description: 'Those of them that are overdue' }) overdue: number;
  @ApiProperty({ description: 'Those that are held or disputed' }) paused: number;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the next is due; null where none of them has a date, or all are overdue or paused',
  })
  next_due: string | null;
}
export class OwedReportView {
  @ApiProperty({ type: [OwedCountView], description: 'Owed by your side' }) ours: OwedCountView[];
  @ApiProperty({ type: [OwedCountView], description: 'Owed to your side' }) theirs: OwedCountView[];
}
export class ServiceCountView {
  @ApiProperty({ description: 'What began in the period and has a time in the terms' }) count: number;
  @ApiProperty() met: number;
  @ApiProperty({ description: 'Done after it was due, or not done although it was due' }) late: number;
  @ApiProperty({ description: 'Not done, and not due yet' }) running: number;
  @ApiProperty({ description: 'Waived, or over before it was due' }) stopped: number;
  @ApiProperty({ ...HOURS, description: 'The median of what was done' }) median_hours: number | null;
  @ApiProperty({ ...HOURS, description: 'The longest of what was done' }) longest_hours: number | null;
}
export class KeptSidesView {
  @ApiProperty({ type: ServiceCountView, description: 'What your side promised' }) ours: ServiceCountView;
  @ApiProperty({ type: ServiceCountView, description: 'What the other side promised' })
  theirs: ServiceCountView;
}
export class ServiceReportView {
  @ApiProperty({ type: KeptSidesView, description: 'Receipts, by sets of what arrived together' })
  acknowledge: KeptSidesView;
  @ApiProperty({
    type: KeptSidesView,
    description: 'Answers to requests for information and for consent, as far as your side knows of them',
  })
  respond: KeptSidesView;
}

import { ApiProperty } from '@nestjs/swagger';

export const DATE_KINDS = [
  'activity',
  'contact',
  'end',
  'entry_into_force',
  'meeting',
  'obligation',
  'pause_end',
  'review',
] as const;
export type DateKind = (typeof DATE_KINDS)[number];

const TEXT = { type: String, nullable: true } as const;
const INSTANT = { type: String, format: 'date-time' } as const;

export class AgreementDateView {
  @ApiProperty({ enum: DATE_KINDS }) kind: DateKind;
  @ApiProperty({
    description: 'What it is of; the same whenever it is asked for, so that a calendar finds it again',
  })
  subject: string;
  @ApiProperty(INSTANT) at: string;
  @ApiProperty({ ...INSTANT, nullable: true, description: 'When an activity is over' }) until: string | null;
  @ApiProperty({ ...TEXT, description: 'Title of an activity, or name of a contact' }) title: string | null;
  @ApiProperty({ ...TEXT, description: 'What is owed: `acknowledge`, `destroy` or `return`' })
  obligation: string | null;
  @ApiProperty({ ...TEXT, enum: ['owed_by_us', 'owed_to_us'], description: 'Of what is owed' })
  side: string | null;
  @ApiProperty({
    description: 'How many; of obligations the sets that are due on this day (UTC), from the first on',
  })
  count: number;
}

export class AgreementDatesView {
  @ApiProperty({ description: 'Reference' }) agreement: string;
  @ApiProperty(INSTANT) at: string;
  @ApiProperty({ type: [AgreementDateView], description: 'In their order' }) items: AgreementDateView[];
}

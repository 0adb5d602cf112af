import { ApiProperty } from '@nestjs/swagger';
import { REMINDER_KINDS, REMINDER_STEPS, type ReminderKind, type ReminderStep } from '../rules/reminder';

const TEXT = { type: String, nullable: true } as const;
const INSTANT = { type: String, format: 'date-time' } as const;

export class ReminderItemView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['advisory', 'incident'] }) type: string;
  @ApiProperty({ example: 'PK-7QF3-K' }) reference: string;
}

export class ReminderView {
  @ApiProperty({ enum: REMINDER_KINDS }) kind: ReminderKind;
  @ApiProperty({
    description:
      'What is due: the reference of an agreement, or the id of a pause, contact, round, verification, request, consent or obligation',
  })
  subject: string;
  @ApiProperty({ ...TEXT, description: 'Reference of the agreement under which it is due, if it is one' })
  agreement: string | null;
  @ApiProperty({ ...TEXT, description: 'Handle of the other side, where it is one' })
  organization: string | null;
  @ApiProperty({ ...TEXT, description: 'Name of the person or contact, or subject of the request' })
  name: string | null;
  @ApiProperty({
    ...TEXT,
    enum: ['sent', 'received'],
    description: 'Of a request for information or for consent',
  })
  direction: string | null;
  @ApiProperty({ type: ReminderItemView, nullable: true, description: 'The own item of a consent' })
  item: ReminderItemView | null;
  @ApiProperty(INSTANT) due_at: string;
  @ApiProperty({
    enum: REMINDER_STEPS,
    description: 'The shortest time before that has come, as an ISO 8601 duration; or `overdue`',
  })
  step: ReminderStep;
  @ApiProperty({ ...INSTANT, nullable: true, description: 'When you put this step away' })
  seen_at: string | null;
}

export class ReminderPage {
  @ApiProperty({ type: [ReminderView], description: 'What is due first, first' }) items: ReminderView[];
  @ApiProperty({ ...TEXT, description: 'Cursor of the next page; null on the last' }) next: string | null;
}

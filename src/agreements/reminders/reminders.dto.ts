import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { PageQuery } from '../../platform/paging';
import { IsInstantOrDate } from '../instant';
import { REMINDER_KINDS, type ReminderKind } from '../rules/reminder';

const YES_OR_NO = ['true', 'false'] as const;

export class ListRemindersQuery extends PageQuery {
  @ApiPropertyOptional({ enum: REMINDER_KINDS })
  @IsOptional()
  @IsIn(REMINDER_KINDS)
  kind?: ReminderKind;

  @ApiPropertyOptional({ description: 'Reference; what is due under it' })
  @IsOptional()
  @IsString()
  @Length(3, 60)
  agreement?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'What is due before it' })
  @IsOptional()
  @IsInstantOrDate()
  until?: string;

  @ApiPropertyOptional({ enum: YES_OR_NO, description: 'Whether you have put it away; by default both' })
  @IsOptional()
  @IsIn(YES_OR_NO)
  seen?: (typeof YES_OR_NO)[number];
}

export class SeenReminderBody {
  @ApiProperty({ enum: REMINDER_KINDS })
  @IsIn(REMINDER_KINDS)
  kind: ReminderKind;

  @ApiProperty({ minLength: 1, maxLength: 100, description: 'The `subject` of the reminder' })
  @IsString()
  @Length(1, 100)
  subject: string;
}

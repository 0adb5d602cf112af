import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsString,
  IsUUID,
  Length,
  ValidateNested,
} from 'class-validator';
import { IfGiven } from '../../../platform/if-given';
import { IsInstant } from '../../../platform/instant';
import { PageQuery } from '../../../platform/paging';
import { Text } from '../../../platform/text';

export const NOTICE_KINDS = ['destruction_certificate', 'breach', 'compelled_disclosure'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
export const NOTICE_DIRECTIONS = ['sent', 'received'] as const;
export type NoticeDirection = (typeof NOTICE_DIRECTIONS)[number];

/** Of what a notice speaks: what arrived in a half-open time, or items by name. */
export class NoticeCoversBody {
  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'By default from the beginning' })
  @IfGiven()
  @IsInstant()
  from?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'Not in the future; by default until now',
  })
  @IfGiven()
  @IsInstant()
  until?: string;

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    minItems: 1,
    maxItems: 200,
    description: 'Instead of a time: items by the identifiers that they have for your team',
  })
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique((one: unknown) => (typeof one === 'string' ? one.toLowerCase() : one))
  @IsUUID(undefined, { each: true })
  items?: string[];
}

export class FileNoticeBody {
  @ApiProperty({ enum: NOTICE_KINDS })
  @IsIn(NOTICE_KINDS)
  kind: NoticeKind;

  @ApiProperty({ description: 'Reference of the agreement', example: 'PK-CN-2026' })
  @IsString()
  @Length(3, 60)
  agreement: string;

  @ApiProperty({ description: 'Handle of the team that shared', example: 'pkcert' })
  @IsString()
  @Length(2, 40)
  to: string;

  @ApiPropertyOptional({
    type: NoticeCoversBody,
    description: 'By default all that arrived under the agreement until now',
  })
  @IfGiven()
  @ValidateNested()
  @Type(() => NoticeCoversBody)
  covers?: NoticeCoversBody;

  @ApiProperty({ minLength: 3, maxLength: 4000, description: 'What was done, or what happened' })
  @Text(3, 4000)
  statement: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'With `breach`: when your team became aware of it; not in the future',
  })
  @IfGiven()
  @IsInstant()
  aware_at?: string;

  @ApiPropertyOptional({
    minLength: 3,
    maxLength: 300,
    description: 'With `compelled_disclosure`: who compels to disclose',
  })
  @IfGiven()
  @Text(3, 300)
  authority?: string;
}

export class AnswerNoticeBody {
  @ApiProperty({ minLength: 3, maxLength: 4000, description: 'To what it led on your side' })
  @Text(3, 4000)
  result: string;

  @ApiPropertyOptional({ minLength: 3, maxLength: 4000, description: 'What is to be done about it' })
  @IfGiven()
  @Text(3, 4000)
  remedy?: string;
}

export class ListNoticesQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: NOTICE_DIRECTIONS,
    description: 'Those that your team sent, or received; by default both',
  })
  @IfGiven()
  @IsIn(NOTICE_DIRECTIONS)
  direction?: NoticeDirection;

  @ApiPropertyOptional({ enum: NOTICE_KINDS })
  @IfGiven()
  @IsIn(NOTICE_KINDS)
  kind?: NoticeKind;
}

/** The answer of the team that shared. */
export class NoticeAnswerView {
  @ApiProperty() result: string;
  @ApiProperty({ nullable: true, type: String }) remedy: string | null;
  @ApiProperty({ format: 'date-time' }) answered_at: string;
  @ApiPropertyOptional({ description: 'The person, for her own side only' }) answered_by?: string;
}

export class NoticeSummary {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: NOTICE_KINDS }) kind: NoticeKind;
  @ApiProperty({ enum: NOTICE_DIRECTIONS, description: 'For your team' }) direction: NoticeDirection;
  @ApiProperty() agreement: string;
  @ApiProperty({ description: 'Handle of the team that filed it' }) from: string;
  @ApiProperty({ description: 'Handle of the team that shared' }) to: string;
  @ApiProperty({ format: 'date-time' }) filed_at: string;
  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'Until when a breach had to be told',
  })
  due_at: string | null;
  @ApiProperty({ description: 'Whether it was filed after that' }) late: boolean;
  @ApiProperty() answered: boolean;
}

export class NoticeView extends NoticeSummary {
  @ApiProperty() statement: string;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) aware_at: string | null;
  @ApiProperty({ nullable: true, type: String }) authority: string | null;
  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'Null: from the beginning, or by name',
  })
  covers_from: string | null;
  @ApiProperty({ format: 'date-time', nullable: true, type: String, description: 'Null: by name' })
  covers_until: string | null;
  @ApiProperty({ type: [String], format: 'uuid', description: 'Items by name, as your side knows them' })
  items: string[];
  @ApiProperty({ description: 'How many obligations it met' }) met: number;
  @ApiPropertyOptional({ description: 'The person who filed it, for her own side only' }) filed_by?: string;
  @ApiProperty({ type: NoticeAnswerView, nullable: true }) answer: NoticeAnswerView | null;
}

export class NoticePage {
  @ApiProperty({ type: [NoticeSummary], description: 'The newest first' }) items: NoticeSummary[];
  @ApiProperty({ nullable: true, type: String, description: 'Cursor of the next page; null on the last' })
  next: string | null;
}

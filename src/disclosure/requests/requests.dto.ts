import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IfGiven } from '../../platform/if-given';
import { IsBoolean, IsIn, IsString, Length, Matches } from 'class-validator';
import { IsInstant } from '../../platform/instant';
import { PageQuery } from '../../platform/paging';
import { Text } from '../../platform/text';
import { SEVERITIES, type Severity } from '../rules/vocabulary';

export const DIRECTIONS = ['sent', 'received'] as const;
export type Direction = (typeof DIRECTIONS)[number];
export const REQUEST_STATES = ['open', 'closed', 'refused', 'lapsed'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
export const REASON_CODES = ['ongoing_investigation', 'law', 'victim_refusal', 'resources', 'other'] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

export class FileRequestBody {
  @ApiProperty({ description: 'Handle of the team that is asked', example: 'pkcert' })
  @IsString()
  @Length(2, 40)
  to: string;

  @ApiProperty({ minLength: 3, maxLength: 500, example: 'Indicators of the phishing wave of last week' })
  @Text(3, 500)
  @Matches(/^\P{Cc}*$/u, { message: 'subject must be one line without control characters' })
  subject: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: 20_000 })
  @IfGiven()
  @Text(1, 20_000)
  details?: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    description:
      'Until when what it is answered with goes to you; with a zone, after now and at most 366 days ahead',
  })
  @IsInstant()
  open_until: string;

  @ApiPropertyOptional({
    enum: SEVERITIES,
    description: 'How much it presses: terms may promise an earlier answer then',
  })
  @IfGiven()
  @IsIn(SEVERITIES)
  severity?: Severity;
}

export class ListRequestsQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: DIRECTIONS,
    description: 'Those that your team sent, or received; by default both',
  })
  @IfGiven()
  @IsIn(DIRECTIONS)
  direction?: Direction;

  @ApiPropertyOptional({ enum: REQUEST_STATES, description: 'As it is now' })
  @IfGiven()
  @IsIn(REQUEST_STATES)
  state?: RequestState;
}

export class AnswerRequestBody {
  @ApiProperty({
    description: 'An advisory or incident of your own, by its id or its short reference',
    example: 'PK-7QX4-M2F9-3',
  })
  @IsString()
  @Length(1, 40)
  item: string;
}

export class UpdateRequestBody {
  @ApiProperty({ minLength: 3, maxLength: 5000, description: 'How far it is; who asked reads it' })
  @Text(3, 5000)
  note: string;
}

export class RefuseRequestBody {
  @ApiProperty({ enum: REASON_CODES })
  @IsIn(REASON_CODES)
  reason_code: ReasonCode;

  @ApiPropertyOptional({ minLength: 3, maxLength: 2000 })
  @IfGiven()
  @Text(3, 2000)
  reason?: string;

  @ApiProperty({
    description: 'Whether who asked reads the code and the reason; that it was refused, it reads',
  })
  @IsBoolean()
  tell_reason: boolean;
}

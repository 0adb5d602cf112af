import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { IfGiven } from '../../platform/if-given';
import { IsInstant } from '../../platform/instant';
import { PageQuery } from '../../platform/paging';
import { Text } from '../../platform/text';

export const SIDES = ['owed_by_us', 'owed_to_us'] as const;
export type Side = (typeof SIDES)[number];
export const OBLIGATION_KINDS = ['acknowledge', 'destroy', 'return', 'keep'] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];
export const OBLIGATION_STATES = ['open', 'overdue', 'held', 'disputed', 'met', 'waived'] as const;
export type ObligationState = (typeof OBLIGATION_STATES)[number];
/** `live` is all that is neither met nor waived. */
export const STATE_FILTERS = [...OBLIGATION_STATES, 'live'] as const;
export type StateFilter = (typeof STATE_FILTERS)[number];

export class ListObligationsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: SIDES, default: 'owed_by_us', description: 'What your team owes, or is owed' })
  @IfGiven()
  @IsIn(SIDES)
  side?: Side;

  @ApiPropertyOptional({ description: 'Reference of an agreement', example: 'PK-CN-2026' })
  @IfGiven()
  @IsString()
  @Length(3, 60)
  agreement?: string;

  @ApiPropertyOptional({ enum: OBLIGATION_KINDS })
  @IfGiven()
  @IsIn(OBLIGATION_KINDS)
  kind?: ObligationKind;

  @ApiPropertyOptional({ enum: STATE_FILTERS, description: 'As it is now; `live` is neither met nor waived' })
  @IfGiven()
  @IsIn(STATE_FILTERS)
  state?: StateFilter;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'Due before this instant, as the terms say',
  })
  @IfGiven()
  @IsInstant()
  due_before?: string;
}

export class FulfilBody {
  @ApiPropertyOptional({
    minLength: 3,
    maxLength: 2000,
    description: 'What was done, for both sides to read',
  })
  @IfGiven()
  @Text(3, 2000)
  statement?: string;
}

export class PauseBody {
  @ApiProperty({ minLength: 3, maxLength: 2000, description: 'Why, for both sides to read' })
  @Text(3, 2000)
  reason: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'Until when at the longest; in the future',
  })
  @IfGiven()
  @IsInstant()
  until?: string;
}

export class ReasonBody {
  @ApiProperty({ minLength: 3, maxLength: 2000, description: 'Why, for both sides to read' })
  @Text(3, 2000)
  reason: string;
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IfGiven } from '../../platform/if-given';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsOptional,
  IsUUID,
  Matches,
} from 'class-validator';
import { PageQuery } from '../../platform/paging';
import { DryRunView } from '../dry-run/dry-run.view';
import { Text } from '../../platform/text';
import type { PassedOn } from './passing-on.store';

const MOST_AT_ONCE = 100;
const HANDLE = /^[a-z][a-z0-9-]{1,39}$/;
const NOT_A_HANDLE = { message: 'to must hold handles of your constituents' };
export const PASSING_OUTCOMES = ['passed_on', 'already', 'refused'] as const;

const maybe = { type: String, nullable: true } as const;
const instant = { type: String, format: 'date-time' } as const;
const KNOWN = {
  format: 'uuid',
  description: 'The item, by the identifier that it has for your team',
} as const;

export class PassOnBody {
  @ApiProperty(KNOWN)
  @IsUUID()
  item: string;

  @ApiProperty({
    type: [String],
    minItems: 1,
    maxItems: MOST_AT_ONCE,
    description: 'Handles of your constituents',
    example: ['banking'],
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayUnique({ message: 'to must name each constituent once' })
  @Matches(HANDLE, { each: true, ...NOT_A_HANDLE })
  to: string[];
}

export class PassingProblem {
  @ApiProperty({ example: '/problems/passing-on/out-of-reach' }) type: string;
  @ApiProperty() status: number;
  @ApiProperty({ description: 'Names the constituent, and in words the rule' }) detail: string;
  @ApiProperty({ ...maybe, example: 'D-20', description: 'Null where it is not yours to know' })
  rule: string | null;
}

export class PassingResult {
  @ApiProperty({ description: 'Handle of the constituent' }) to: string;
  @ApiProperty({ enum: PASSING_OUTCOMES, description: '`already`: it is passed on, nothing has changed' })
  outcome: (typeof PASSING_OUTCOMES)[number];
  @ApiProperty({ ...maybe, format: 'uuid', description: 'The passing-on; null if it is refused' })
  id: string | null;
  @ApiProperty({ type: PassingProblem, nullable: true }) problem: PassingProblem | null;
}

/** One outcome for each constituent, in their order; the three numbers add up to how many there were. */
export class PassingReport {
  @ApiProperty(KNOWN) item: string;
  @ApiProperty() passed_on: number;
  @ApiProperty() already: number;
  @ApiProperty() refused: number;
  @ApiProperty({ type: [PassingResult] }) results: PassingResult[];
  @ApiPropertyOptional({
    type: DryRunView,
    description: 'Of a dry run alone: what your constituents would get at once, by your own ids',
  })
  effect?: DryRunView;
}

export class ListPassingQuery extends PageQuery {
  @ApiPropertyOptional(KNOWN) @IsOptional() @IsUUID() item?: string;

  @ApiPropertyOptional({ description: 'Handle of a constituent', example: 'banking' })
  @IsOptional()
  @Matches(HANDLE, { message: 'to must be the handle of a constituent' })
  to?: string;
}

export class EndPassingBody {
  @ApiPropertyOptional({ minLength: 3, maxLength: 2000, description: 'For your own side only' })
  @IfGiven()
  @Text(3, 2000)
  reason?: string;
}

export class PassingOnView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty(KNOWN) item: string;
  @ApiProperty({ description: 'The short reference that it has for your team' }) reference: string;
  @ApiProperty({ enum: ['advisory', 'incident'] }) type: 'advisory' | 'incident';
  @ApiProperty({ description: 'Handle of who shares it with your team' }) originator: string;
  @ApiProperty({ description: 'Handle of the constituent' }) to: string;
  @ApiProperty(instant) at: string;
  @ApiProperty({ description: 'Name' }) by: string;
  @ApiProperty({ ...maybe, format: 'date-time' }) ended_at: string | null;
  @ApiProperty({ ...maybe, description: 'Name' }) ended_by: string | null;
  @ApiProperty(maybe) end_reason: string | null;
}

export class PassingOnPage {
  @ApiProperty({ type: [PassingOnView], description: 'In the order in which it was passed on' })
  items: PassingOnView[];
  @ApiProperty({ ...maybe, description: 'Cursor of the next page; null on the last' }) next: string | null;
}

export const presentPassing = (one: PassedOn): PassingOnView => ({
  id: one.id,
  item: one.item,
  reference: one.reference,
  type: one.kind,
  originator: one.originator,
  to: one.to,
  at: one.at.toISOString(),
  by: one.by,
  ended_at: one.endedAt?.toISOString() ?? null,
  ended_by: one.endedBy,
  end_reason: one.reason,
});

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { DryRunView, HandlingInput } from '../../disclosure';
import { ReleaseAdvisoryBody, WithdrawAdvisoryBody } from '../advisories.dto';
import type { FieldError } from '../../platform/refusal';
import { MayBeLeftOut } from '../text-input';

export const MOST_AT_ONCE = 200;

const ATOMIC = {
  default: false,
  description: 'All or nothing: where one is refused, none is done',
} as const;

export class BulkRelease extends ReleaseAdvisoryBody {
  @ApiProperty({ format: 'uuid' }) @IsUUID() id: string;
}

export class BulkReleaseBody {
  @ApiProperty({ type: [BulkRelease], minItems: 1, maxItems: MOST_AT_ONCE })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayUnique((one: BulkRelease | null) => one?.id, { message: 'items must name each advisory once' })
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => BulkRelease)
  items: BulkRelease[];

  @ApiPropertyOptional(ATOMIC) @MayBeLeftOut() @IsBoolean() atomic?: boolean;
}

export class BulkVersion {
  @ApiProperty({ format: 'uuid' }) @IsUUID() id: string;

  @ApiProperty({ minimum: 1, maximum: 1_000_000, description: 'The version that you have read' })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version: number;
}

export class BulkStandingReleaseBody {
  @ApiProperty({ type: [BulkVersion], minItems: 1, maxItems: MOST_AT_ONCE })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayUnique((one: BulkVersion | null) => one?.id, { message: 'items must name each advisory once' })
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => BulkVersion)
  items: BulkVersion[];

  @ApiProperty({ format: 'uuid', description: 'Id of a standing rule of your organization' })
  @IsUUID()
  rule: string;

  @ApiPropertyOptional(ATOMIC) @MayBeLeftOut() @IsBoolean() atomic?: boolean;
}

export class BulkWithdrawalBody extends WithdrawAdvisoryBody {
  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: MOST_AT_ONCE })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayUnique({ message: 'ids must name each advisory once' })
  @IsUUID(undefined, { each: true })
  ids: string[];

  @ApiPropertyOptional(ATOMIC) @MayBeLeftOut() @IsBoolean() atomic?: boolean;
}

export class BulkLabel {
  @ApiProperty({ format: 'uuid' }) @IsUUID() id: string;

  @ApiProperty({ minimum: 1, description: 'The version that you have read and change' })
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  base: number;
}

export class BulkHandlingBody {
  @ApiProperty({ type: [BulkLabel], minItems: 1, maxItems: MOST_AT_ONCE })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayUnique((one: BulkLabel | null) => one?.id, { message: 'items must name each advisory once' })
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => BulkLabel)
  items: BulkLabel[];

  @ApiProperty({
    type: HandlingInput,
    description: 'The same change for each; parts left out stay as they were',
  })
  @IsObject()
  @ValidateNested()
  @Type(() => HandlingInput)
  handling: HandlingInput;

  @ApiPropertyOptional(ATOMIC) @MayBeLeftOut() @IsBoolean() atomic?: boolean;
}

export class BulkProblem {
  @ApiProperty({ example: '/problems/item/changed' }) type: string;
  @ApiProperty() status: number;
  @ApiProperty() detail: string;
  @ApiPropertyOptional({ type: [Object], description: 'As in a problem document' })
  errors?: readonly FieldError[];
}

export class BulkOutcome {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({
    enum: ['done', 'refused', 'not_done'],
    description: '`not_done`: another was refused, and it was all or nothing',
  })
  outcome: 'done' | 'refused' | 'not_done';
  @ApiProperty({ type: BulkProblem, nullable: true }) problem: BulkProblem | null;
}

/** One outcome for each object of the input, in its order; the three numbers add up to how many there were. */
export class BulkReport {
  @ApiProperty() done: number;
  @ApiProperty() refused: number;
  @ApiProperty() not_done: number;
  @ApiProperty({ type: [BulkOutcome] }) results: BulkOutcome[];
  @ApiPropertyOptional({
    type: DryRunView,
    description: 'Of a dry run alone: what those that are done would bring about at once',
  })
  effect?: DryRunView;
}

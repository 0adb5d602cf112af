import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, ValidateIf } from 'class-validator';
import {
  DESTRUCTION_MEANS,
  type DestructionTerm,
  POST_TERMINATION,
  type PostTermination,
} from '../disclosure';
import { IsDaysOf } from './time-checks';

/** How what may no longer be kept is done away with. */
export class DestructionDto implements DestructionTerm {
  @ApiProperty({ enum: DESTRUCTION_MEANS })
  @IsIn(DESTRUCTION_MEANS)
  means: (typeof DESTRUCTION_MEANS)[number];

  @ApiProperty({ description: 'Whether only a certificate shows that it was done' })
  @IsBoolean()
  certificate: boolean;

  @ApiProperty({ description: 'Whether logs and copies in backups may be kept' })
  @IsBoolean()
  logs_exempt: boolean;
}

/** What becomes of what was received once the agreement is over. */
export class PostTerminationDto implements PostTermination {
  @ApiProperty({ enum: POST_TERMINATION })
  @IsIn(POST_TERMINATION)
  rule: (typeof POST_TERMINATION)[number];

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 36_500,
    description: 'With `destroy` and `return`: within so many days of 24 hours from the end',
  })
  @ValidateIf(({ rule, days }: PostTerminationDto) => rule !== 'keep_under_terms' || days !== undefined)
  @IsDaysOf('rule', 'keep_under_terms')
  days?: number;
}

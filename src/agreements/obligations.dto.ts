import { ApiPropertyOptional } from '@nestjs/swagger';
import { IfGiven } from '../platform/if-given';
import { ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsInt, Max, Min } from 'class-validator';
import {
  type GrantObligations,
  ONWARD_SHARING,
  PERMITTED_PURPOSES,
  PROHIBITED_PURPOSES,
} from '../disclosure';

/** What a grant obliges its recipient to, beyond the marking. What is left out obliges to nothing. */
export class ObligationsDto implements GrantObligations {
  @ApiPropertyOptional({
    enum: PERMITTED_PURPOSES,
    isArray: true,
    minItems: 1,
    description: 'It may be used for these purposes only',
  })
  @IfGiven()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(PERMITTED_PURPOSES, { each: true })
  permitted_purposes?: (typeof PERMITTED_PURPOSES)[number][];

  @ApiPropertyOptional({
    enum: PROHIBITED_PURPOSES,
    isArray: true,
    minItems: 1,
    description: 'It may not be used for these purposes',
  })
  @IfGiven()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(PROHIBITED_PURPOSES, { each: true })
  prohibited_purposes?: (typeof PROHIBITED_PURPOSES)[number][];

  @ApiPropertyOptional({
    enum: ONWARD_SHARING,
    description: 'How far it may be passed on, where that is less than the marking lets it',
  })
  @IfGiven()
  @IsIn(ONWARD_SHARING)
  onward_sharing?: (typeof ONWARD_SHARING)[number];

  @ApiPropertyOptional({
    minimum: 1,
    maximum: 36_500,
    type: 'integer',
    description: 'It is destroyed this many days after it became known to the recipient',
  })
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(36_500)
  retention_days?: number;

  @ApiPropertyOptional({
    minimum: 1,
    maximum: 8760,
    type: 'integer',
    description: 'The originator is told of a loss or misuse within this many hours',
  })
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(8760)
  breach_notice_hours?: number;
}

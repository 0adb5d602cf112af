import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IfGiven } from '../platform/if-given';
import { ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsInt, Max, Min, ValidateNested } from 'class-validator';
import {
  type Compelled,
  COMPELLED,
  FEEDBACK,
  type Feedback,
  type GrantObligations,
  type Holder,
  HOLDERS,
  ONWARD_SHARING,
  PERMITTED_PURPOSES,
  PROHIBITED_PURPOSES,
} from '../disclosure';
import { DestructionDto, PostTerminationDto } from './ending-terms.dto';
import { HandlingTermsDto } from './handling-terms.dto';
import { IsPlainObject } from './input-checks';
import { SurvivalDto } from './lasting-terms.dto';
import { IsFilled } from './time-checks';
import { WithinTimeDto } from './within-time.dto';

/** What a grant obliges its recipient to, beyond the marking. What is left out obliges to nothing. */
export class ObligationsDto extends HandlingTermsDto implements GrantObligations {
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

  @ApiPropertyOptional({
    type: WithinTimeDto,
    description: 'Within which time it says that what was disclosed has arrived; its next pull says so, too',
  })
  @IfGiven()
  @IsPlainObject()
  @ValidateNested()
  @Type(() => WithinTimeDto)
  acknowledge_within?: WithinTimeDto;

  @ApiPropertyOptional({
    type: DestructionDto,
    description: 'How what may no longer be kept is done away with',
  })
  @IfGiven()
  @IsPlainObject()
  @ValidateNested()
  @Type(() => DestructionDto)
  destruction?: DestructionDto;

  @ApiPropertyOptional({
    enum: HOLDERS,
    description: 'Who may hold destruction for legal reasons; otherwise nobody may',
  })
  @IfGiven()
  @IsIn(HOLDERS)
  legal_hold?: Holder;

  @ApiPropertyOptional({
    enum: COMPELLED,
    description: 'What it does when a court or an authority compels it to disclose',
  })
  @IfGiven()
  @IsIn(COMPELLED)
  compelled_disclosure?: Compelled;

  @ApiPropertyOptional({
    type: PostTerminationDto,
    description: 'What becomes of what was received once the agreement is over',
  })
  @IfGiven()
  @IsPlainObject()
  @ValidateNested()
  @Type(() => PostTerminationDto)
  post_termination?: PostTerminationDto;

  @ApiPropertyOptional({
    type: SurvivalDto,
    description:
      'For how long what is owed lives on after the end of the agreement; by default without an end',
  })
  @IfGiven()
  @IsPlainObject()
  @IsFilled()
  @ValidateNested()
  @Type(() => SurvivalDto)
  survival?: SurvivalDto;

  @ApiPropertyOptional({
    enum: FEEDBACK,
    isArray: true,
    minItems: 1,
    description:
      'What the originator hopes to be told of what it shares; it has no date, and nothing follows',
  })
  @IfGiven()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(FEEDBACK, { each: true })
  feedback?: Feedback[];
}

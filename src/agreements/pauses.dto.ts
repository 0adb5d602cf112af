import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IfGiven } from '../platform/if-given';
import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { INFORMATION_TYPES, type InformationType } from '../disclosure';
import { PageQuery } from '../platform/paging';
import { IsPlainObject } from './input-checks';
import { IsInstantOrDate } from './instant';
import { Composed } from './composed';

export class ReasonBody {
  @ApiProperty({ minLength: 3, maxLength: 2000 })
  @Composed()
  @IsString()
  @Length(3, 2000)
  @Matches(/\S/, { message: 'reason must not be blank' })
  reason: string;
}

export class DirectionDto {
  @ApiProperty({ description: 'Handle of the operating CERT that sends' })
  @IsString()
  @Length(2, 40)
  from: string;

  @ApiProperty({ description: 'Handle of the operating CERT that receives' })
  @IsString()
  @Length(2, 40)
  to: string;
}

export class SuspensionBody extends ReasonBody {
  @ApiPropertyOptional({ type: DirectionDto, description: 'One direction; by default all of the agreement' })
  @IfGiven()
  @IsPlainObject()
  @ValidateNested()
  @Type(() => DirectionDto)
  direction?: DirectionDto;

  @ApiPropertyOptional({
    enum: INFORMATION_TYPES,
    isArray: true,
    nullable: true,
    minItems: 1,
    description:
      'Only what is of one of these types, by itself or by any of its parts, is withheld; by default everything',
  })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(INFORMATION_TYPES, { each: true })
  information_types?: InformationType[] | null;

  @ApiPropertyOptional({ description: 'By default now', type: String, format: 'date-time' })
  @IfGiven()
  @IsInstantOrDate()
  starts_at?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time' })
  @IfGiven()
  @IsInstantOrDate()
  ends_at?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time' })
  @IfGiven()
  @IsInstantOrDate()
  review_at?: string;

  @ApiPropertyOptional({ description: 'SHA-256 of the evidence, in hex' })
  @IfGiven()
  @Matches(/^[0-9a-f]{64}$/, { message: 'evidence_sha256 must be a SHA-256 in lower-case hex' })
  evidence_sha256?: string;
}

export class StopBody extends ReasonBody {
  @ApiProperty({ description: 'Handle of the team to which nothing more is sent', example: 'cncert' })
  @IsString()
  @Length(2, 40)
  to: string;
}

export class ListPausesQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Only those that are not over, or only those that are',
  })
  @IfGiven()
  @IsIn(['true', 'false'])
  open?: 'true' | 'false';
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
} from 'class-validator';
import { IsTimeZone } from '../../organizations';
import { IfGiven } from '../../platform/if-given';
import { PageQuery } from '../../platform/paging';
import { IsInstantOrDate } from '../instant';
import { ACTIVITY_KINDS, type ActivityKind } from '../rules/activity';
import { Composed } from '../composed';

const INSTANT = { type: String, format: 'date-time' } as const;
const NOT_BLANK = /\S/;

export class ListActivitiesQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Reference' })
  @IsOptional()
  @IsString()
  @Length(3, 60)
  agreement?: string;

  @ApiPropertyOptional({ enum: ACTIVITY_KINDS })
  @IsOptional()
  @IsIn(ACTIVITY_KINDS)
  kind?: ActivityKind;

  @ApiPropertyOptional({ ...INSTANT, description: 'Those that end after it' })
  @IsOptional()
  @IsInstantOrDate()
  from?: string;

  @ApiPropertyOptional({ ...INSTANT, description: 'Those that begin before it' })
  @IsOptional()
  @IsInstantOrDate()
  until?: string;
}

export class PlanActivityBody {
  @ApiProperty({ enum: ACTIVITY_KINDS })
  @IsIn(ACTIVITY_KINDS)
  kind: ActivityKind;

  @ApiProperty({ minLength: 3, maxLength: 200, example: 'Drill on a breach of a registry (invented)' })
  @Composed()
  @IsString()
  @Length(3, 200)
  @Matches(NOT_BLANK, { message: 'title must not be blank' })
  title: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: 200, example: 'Islamabad' })
  @IfGiven()
  @Composed()
  @IsString()
  @Length(1, 200)
  @Matches(NOT_BLANK, { message: 'place must not be blank' })
  place?: string;

  @ApiProperty(INSTANT)
  @IsInstantOrDate()
  starts_at: string;

  @ApiProperty({ ...INSTANT, description: 'At most 732 days later; it is over from then' })
  @IsInstantOrDate()
  ends_at: string;

  @ApiProperty({ example: 'Asia/Karachi', description: 'Of the place, by its IANA name' })
  @IsTimeZone()
  time_zone: string;

  @ApiProperty({
    type: [String],
    minItems: 1,
    description: 'Handles of parties; your own organization among them',
  })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  organizers: string[];

  @ApiPropertyOptional({ type: [String], description: 'Handles of other parties that take part' })
  @IfGiven()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  participants?: string[];
}

export class EvidenceOfActivityBody {
  @ApiProperty({ minLength: 3, maxLength: 2000, description: 'What it is, for all who are named' })
  @Composed()
  @IsString()
  @Length(3, 2000)
  @Matches(NOT_BLANK, { message: 'text must not be blank' })
  text: string;

  @ApiPropertyOptional({ description: 'SHA-256 of the document, in hex' })
  @IfGiven()
  @Matches(/^[0-9a-f]{64}$/, { message: 'sha256 must be a SHA-256 in lower-case hex' })
  sha256?: string;
}

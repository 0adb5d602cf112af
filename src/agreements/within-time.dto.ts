import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IfGiven } from '../platform/if-given';
import { type Severity, WORKING_DAYS, type WithinTime, type WorkingHours } from '../disclosure';
import { IsPlainObject } from './input-checks';
import { AreDates, IsFilled, IsLaterTime, IsTimeZone } from './time-checks';

const LONGEST_MINUTES = 525_600;

/** When somebody is there to answer, by the wall clock of a place. */
export class WorkingHoursDto implements WorkingHours {
  @ApiProperty({ example: 'Asia/Karachi', description: 'By the IANA time zone database' })
  @IsTimeZone()
  zone: string;

  @ApiProperty({ enum: WORKING_DAYS, isArray: true, minItems: 1 })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(WORKING_DAYS, { each: true })
  days: (typeof WORKING_DAYS)[number][];

  @ApiProperty({ example: '09:00' })
  @Matches(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, { message: 'from must be a time of the day, as 09:00' })
  from: string;

  @ApiProperty({ example: '17:00', description: 'After `from`; `24:00` is the end of the day' })
  @IsLaterTime('from')
  until: string;

  @ApiPropertyOptional({
    type: [String],
    format: 'date',
    minItems: 1,
    maxItems: 400,
    description: 'Dates on which nobody works',
  })
  @IfGiven()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(400)
  @ArrayUnique()
  @AreDates()
  holidays?: string[];
}

/** Other times for some severities. */
export class BySeverityDto implements Partial<Record<Severity, number>> {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: LONGEST_MINUTES })
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(LONGEST_MINUTES)
  none?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: LONGEST_MINUTES })
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(LONGEST_MINUTES)
  low?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: LONGEST_MINUTES })
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(LONGEST_MINUTES)
  medium?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: LONGEST_MINUTES })
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(LONGEST_MINUTES)
  high?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: LONGEST_MINUTES })
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(LONGEST_MINUTES)
  critical?: number;
}

/** How long something may take. */
export class WithinTimeDto implements WithinTime {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: LONGEST_MINUTES })
  @IsInt()
  @Min(1)
  @Max(LONGEST_MINUTES)
  minutes: number;

  @ApiPropertyOptional({ type: BySeverityDto, description: 'For these severities another time, in minutes' })
  @IfGiven()
  @IsPlainObject()
  @IsFilled()
  @ValidateNested()
  @Type(() => BySeverityDto)
  by_severity?: BySeverityDto;

  @ApiPropertyOptional({
    type: WorkingHoursDto,
    description: 'In which hours alone the time runs; otherwise it runs around the clock',
  })
  @IfGiven()
  @IsPlainObject()
  @ValidateNested()
  @Type(() => WorkingHoursDto)
  working_hours?: WorkingHoursDto;
}

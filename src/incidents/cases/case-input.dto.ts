import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IfGiven } from '../../platform/if-given';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, ValidateNested } from 'class-validator';
import { HandlingInput, type InformationType, PartInput, Parts } from '../../disclosure';
import { IsInstant } from '../../platform/instant';
import { IsPlainObject, IsVersionNumber, Line, Text } from '../input';

/** What kinds of information an incident may be; all others belong to advisories. */
export const CASE_INFORMATION_TYPES = [
  'incident_summary',
  'incident_detail',
  'victim_notification',
] as const satisfies readonly InformationType[];
export type CaseInformationType = (typeof CASE_INFORMATION_TYPES)[number];

export class IncidentHandlingInput extends HandlingInput {
  @ApiPropertyOptional({ enum: CASE_INFORMATION_TYPES })
  @IsOptional()
  @IsIn(CASE_INFORMATION_TYPES)
  declare information_type?: CaseInformationType;
}

export class OpenCaseBody {
  @ApiProperty({ minLength: 1, maxLength: 300 })
  @Line(300)
  title: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: 50_000, description: 'It can follow later' })
  @IfGiven()
  @Text(1, 50_000)
  summary?: string;

  @ApiPropertyOptional({ maxLength: 50_000 })
  @IfGiven()
  @Text(0, 50_000)
  details?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'When you became aware of it; with a zone, and not in the future. Nobody else reads it',
  })
  @IfGiven()
  @IsInstant()
  aware_at?: string;

  @ApiPropertyOptional({
    type: IncidentHandlingInput,
    description: 'Unlabelled and for you alone by default',
  })
  @IfGiven()
  @IsPlainObject()
  @ValidateNested()
  @Type(() => IncidentHandlingInput)
  handling?: IncidentHandlingInput;

  @Parts('none')
  parts?: PartInput[];
}

/** What is left out stays as it was in the version the change is based on. */
export class ChangeCaseBody {
  @ApiProperty({ minimum: 1, description: 'The version you have read; refused when there is a later one' })
  @IsVersionNumber()
  base: number;

  @ApiPropertyOptional({ minLength: 1, maxLength: 300 })
  @IfGiven()
  @Line(300)
  title?: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: 50_000 })
  @IfGiven()
  @Text(1, 50_000)
  summary?: string;

  @ApiPropertyOptional({ maxLength: 50_000, description: 'Empty removes them' })
  @IfGiven()
  @Text(0, 50_000)
  details?: string;

  @ApiPropertyOptional({ type: IncidentHandlingInput })
  @IfGiven()
  @IsPlainObject()
  @ValidateNested()
  @Type(() => IncidentHandlingInput)
  handling?: IncidentHandlingInput;

  @Parts('those of the base stay')
  parts?: PartInput[];
}

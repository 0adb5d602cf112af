import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsInstantOrDate } from '../instant';

const INSTANT = { type: String, format: 'date-time' } as const;
const FORMATS = ['json', 'csv'] as const;

export class AgreementReportQuery {
  @ApiProperty({ description: 'Handle of the other operating CERT', example: 'cncert' })
  @IsString()
  @Length(2, 40)
  counterpart: string;

  @ApiProperty({ ...INSTANT, description: 'The beginning of the period, within it' })
  @IsInstantOrDate()
  from: string;

  @ApiProperty({ ...INSTANT, description: 'Its end, not within it; at most 1830 days later' })
  @IsInstantOrDate()
  until: string;

  @ApiPropertyOptional({
    ...INSTANT,
    description: 'As it stood at this instant: what became known later is not counted. By default now',
  })
  @IsOptional()
  @IsInstantOrDate()
  at?: string;

  @ApiPropertyOptional({ enum: FORMATS, default: 'json' })
  @IsOptional()
  @IsIn(FORMATS)
  format: (typeof FORMATS)[number] = 'json';
}

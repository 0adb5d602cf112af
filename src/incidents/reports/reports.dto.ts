import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IfGiven } from '../../platform/if-given';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../../platform/paging';
import { IsInstant } from '../../platform/instant';
import { Line, Text } from '../input';
import { REPORT_STATUSES, type ReportStatus } from './report-status';

export class FileReportBody {
  @ApiProperty({ minLength: 1, maxLength: 300, example: 'Phishing against customers of three banks' })
  @Line(300)
  title: string;

  @ApiPropertyOptional({ maxLength: 50_000, default: '' })
  @IfGiven()
  @Text(0, 50_000)
  description?: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'When you became aware of it; with a zone, and not in the future',
  })
  @IsInstant()
  aware_at: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'An earlier report of your own that this one continues',
  })
  @IfGiven()
  @IsString()
  follows?: string;
}

export class AnswerBody {
  @ApiProperty({ enum: REPORT_STATUSES, description: 'The status of the report from now on' })
  @IsIn(REPORT_STATUSES)
  status: ReportStatus;

  @ApiProperty({ minLength: 1, maxLength: 20_000, description: 'What the reporter reads' })
  @Text(1, 20_000)
  answer: string;
}

export class ListReportsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: REPORT_STATUSES })
  @IfGiven()
  @IsIn(REPORT_STATUSES)
  status?: ReportStatus;

  @ApiPropertyOptional({ description: 'Handle of the organization that filed it', example: 'banking' })
  @IfGiven()
  @Matches(/^[a-z][a-z0-9-]{1,39}$/, { message: 'reporter must be a handle' })
  reporter?: string;

  @ApiPropertyOptional({
    maxLength: 200,
    description: 'Words that are all in title or description, in any case and order',
  })
  @IfGiven()
  @MaxLength(200)
  @Matches(/[\p{L}\p{N}]/u, { message: 'text must have a word' })
  text?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Filed at or after' })
  @IfGiven()
  @IsInstant()
  filed_from?: string;
}

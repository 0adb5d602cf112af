import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IfGiven } from '../../platform/if-given';
import { IsIn, IsString } from 'class-validator';
import { PageQuery } from '../../platform/paging';
import { SearchWords } from '../../platform/search-words';
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

  @SearchWords('the title')
  text?: string;
}

import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { AnswerReport } from './answer-report';
import { FileReport } from './file-report';
import { ReadReports } from './read-reports';
import { ReportPage, ReportView } from './report.view';
import { AnswerBody, FileReportBody, ListReportsQuery } from './reports.dto';
import { VersionedReport } from './versioned-report';

@ApiTags('reports')
@ApiBearerAuth()
@Controller('api/v1/reports')
export class ReportsController {
  constructor(
    private readonly reports: ReadReports,
    private readonly fileReport: FileReport,
    private readonly answerReport: AnswerReport,
  ) {}

  @Post()
  @Access('analyst', 'reporting-key')
  @ApiOperation({
    summary: 'File a report with your national CERT',
    description:
      'For analysts of constituents, and for systems with a key that may report. The report stays yours and is never changed; file another that follows it to add to it.',
  })
  @ApiCreatedResponse({ type: ReportView })
  async file(@Body() body: FileReportBody): Promise<ReportView> {
    return this.reports.show(await this.fileReport.run(body));
  }

  @Get()
  @Access('person', 'reporting-key')
  @ApiOperation({
    summary: 'List the reports that your organization filed or received, newest first',
    description: 'Systems read those that their organization filed.',
  })
  @ApiOkResponse({ type: ReportPage })
  list(@Query() query: ListReportsQuery): Promise<ReportPage> {
    return this.reports.list(query);
  }

  @Get(':id')
  @VersionedReport
  @Access('person', 'reporting-key')
  @ApiOperation({ summary: 'Read a report with its status and answers, as its reporter or its recipient' })
  @ApiOkResponse({ type: ReportView })
  show(@Param('id') id: string): Promise<ReportView> {
    return this.reports.show(id);
  }

  @Post(':id/answers')
  @VersionedReport
  @Access('analyst')
  @ApiOperation({ summary: 'Tell the reporter the status of its report, as an analyst of the recipient' })
  @ApiCreatedResponse({ type: ReportView })
  async answer(@Param('id') id: string, @Body() body: AnswerBody): Promise<ReportView> {
    await this.answerReport.run(id, body);
    return this.reports.show(id);
  }
}

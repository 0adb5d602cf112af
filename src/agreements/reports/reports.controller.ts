import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { Access } from '../../platform/access';
import { reportCsv } from './report-csv';
import { ReportOnAgreement } from './report-on-agreement';
import { AgreementReportView } from './report.view';
import { AgreementReportQuery } from './reports.dto';

/** What two sides of an agreement let each other have in a period, for their joint committee. */
@ApiTags('agreements')
@ApiBearerAuth()
@Controller('api/v1/agreements/:reference/report')
export class AgreementReportsController {
  constructor(private readonly report: ReportOnAgreement) {}

  @Get()
  @Access('liaison', 'auditor')
  @ApiOperation({
    summary: 'Report what your side shared and received under an agreement in a period',
    description:
      'Counts alone, of what you released to the other side and of what became known to you. The same question at the same `at` has the same answer. That you asked is on the record of your organization.',
  })
  @ApiParam({ name: 'reference', example: 'PK-CN-2026' })
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({ type: AgreementReportView })
  @ApiNotFoundResponse({ description: 'No agreement of yours has this reference' })
  async show(
    @Param('reference') reference: string,
    @Query() query: AgreementReportQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AgreementReportView | StreamableFile> {
    const report = await this.report.run(reference, query);
    if (query.format !== 'csv') return report;
    response.set('Cache-Control', 'no-store');
    return new StreamableFile(Buffer.from(reportCsv(report)), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="report.csv"',
    });
  }
}

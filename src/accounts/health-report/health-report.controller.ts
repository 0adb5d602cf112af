import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { HealthReportView } from './health-report.dto';
import { ReportHealth } from './report-health';

@ApiTags('accounts')
@ApiBearerAuth()
@Controller('api/v1/health-report')
export class HealthReportController {
  constructor(private readonly report: ReportHealth) {}

  @Get()
  @Access('administrator')
  @ApiOperation({
    summary: 'Read how the installation does, and how the accounts of your organization stand',
    description:
      'Version, migrations, clocks and jobs are those of the installation, numbers those of your organization. Nothing in it tells what anybody shares.',
  })
  @ApiOkResponse({ type: HealthReportView })
  show(): Promise<HealthReportView> {
    return this.report.run();
  }
}

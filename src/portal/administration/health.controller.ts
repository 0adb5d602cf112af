import { Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage } from '../screen/answer';
import type { Screen } from '../screen/screen';
import { OnScreen, Screens } from '../screen/screens';
import { given } from '../web-api/refused';
import { HealthPage, HealthReport } from './health.page';

/** How the installation does. The report renews itself while the page is open. */
@Screens('administration/health')
export class HealthScreens {
  @Get()
  async show(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const report = await given(screen.api.GET('/api/v1/health-report'));
    answerPage(response, screen.partial ? HealthReport({ screen, report }) : HealthPage({ screen, report }));
  }
}

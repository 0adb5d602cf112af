import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts';
import { AssetsController } from './assets/assets.controller';
import { HomeScreens } from './home/home.controller';
import { CaseScreens } from './incidents/cases/case.controller';
import { EditScreens } from './incidents/editing/edit.controller';
import { IndicatorsScreens } from './incidents/editing/indicators.controller';
import { PartsScreens } from './incidents/editing/parts.controller';
import { FilingScreens } from './incidents/filing/filing.controller';
import { QueueScreens } from './incidents/queue/queue.controller';
import { ReportScreens } from './incidents/reports/report.controller';
import { CaseSharingScreens } from './incidents/sharing/sharing.controller';
import { ProblemsController } from './problems/problems.controller';
import { ReadingController } from './reading/reading.controller';
import { NowhereScreens } from './screen/nowhere.controller';
import { OpenScreen } from './screen/open-screen';
import { SignInScreens } from './sign-in/sign-in.controller';
import { InnerServer } from './web-api/inner-server';
import { WebApi } from './web-api/web-api';
import { WelcomeController } from './welcome.controller';

/** Pages for people. They ask the web API of this process for everything, as any client does. */
@Module({
  imports: [AccountsModule],
  controllers: [
    WelcomeController,
    ProblemsController,
    AssetsController,
    SignInScreens,
    ReadingController,
    HomeScreens,
    QueueScreens,
    FilingScreens,
    ReportScreens,
    CaseScreens,
    EditScreens,
    PartsScreens,
    IndicatorsScreens,
    CaseSharingScreens,
    NowhereScreens,
  ],
  providers: [InnerServer, WebApi, OpenScreen],
})
export class PortalModule {}

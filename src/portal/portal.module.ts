import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts';
import { AssetsController } from './assets/assets.controller';
import { HomeScreens } from './home/home.controller';
import { ProblemsController } from './problems/problems.controller';
import { ReadingController } from './reading/reading.controller';
import { NowhereScreens } from './screen/nowhere.controller';
import { OpenScreen } from './screen/open-screen';
import { ExportScreens } from './record/export.controller';
import { RecordScreens } from './record/record.controller';
import { SearchScreens } from './search/search.controller';
import { WhyScreens } from './why/why.controller';
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
    WhyScreens,
    RecordScreens,
    ExportScreens,
    SearchScreens,
    NowhereScreens,
  ],
  providers: [InnerServer, WebApi, OpenScreen],
})
export class PortalModule {}

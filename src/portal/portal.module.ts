import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts';
import { AdvisoryScreens } from './advisories/advisories.controller';
import { BulkScreens } from './advisories/bulk/bulk.controller';
import { DraftScreens } from './advisories/drafting/drafts.controller';
import { ImportScreens } from './advisories/importing/import.controller';
import { LeavingScreens } from './advisories/leaving/leaving.controller';
import { AssetsController } from './assets/assets.controller';
import { HomeScreens } from './home/home.controller';
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
    // What has a name of its own comes before ids.
    BulkScreens,
    ImportScreens,
    DraftScreens,
    LeavingScreens,
    AdvisoryScreens,
    NowhereScreens,
  ],
  providers: [InnerServer, WebApi, OpenScreen],
})
export class PortalModule {}

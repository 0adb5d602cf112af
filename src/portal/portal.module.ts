import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts';
import { AssetsController } from './assets/assets.controller';
import { CallAndStopScreens } from './call-and-stop/call-and-stop.controller';
import { StopScreens } from './call-and-stop/stops.controller';
import { VerificationScreens } from './call-and-stop/verifications.controller';
import { HelpScreens } from './help/help.controller';
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
    HelpScreens,
    CallAndStopScreens,
    StopScreens,
    VerificationScreens,
    NowhereScreens,
  ],
  providers: [InnerServer, WebApi, OpenScreen],
})
export class PortalModule {}

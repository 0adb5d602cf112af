import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts';
import { AgreementScreens } from './agreements/agreements.controller';
import { DraftScreens } from './agreements/drafting/draft.controller';
import { ProposeScreens } from './agreements/drafting/propose.controller';
import { PauseScreens } from './agreements/pauses/pauses.controller';
import { RelationshipScreens } from './agreements/relationships/relationships.controller';
import { AgreementStepScreens } from './agreements/steps/steps.controller';
import { WhatIfScreens } from './agreements/what-if/what-if.controller';
import { AssetsController } from './assets/assets.controller';
import { HomeScreens } from './home/home.controller';
import { ContactScreens } from './organizations/contacts/contacts.controller';
import { KeyScreens } from './organizations/keys/keys.controller';
import { OrganizationScreens } from './organizations/organizations.controller';
import { ProfileScreens } from './organizations/profile/profile.controller';
import { ProblemsController } from './problems/problems.controller';
import { ReadingController } from './reading/reading.controller';
import { NowhereScreens } from './screen/nowhere.controller';
import { OpenScreen } from './screen/open-screen';
import { PassOn } from './screen/pass-on';
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
    RelationshipScreens,
    DraftScreens,
    ProposeScreens,
    WhatIfScreens,
    PauseScreens,
    AgreementStepScreens,
    AgreementScreens,
    ProfileScreens,
    ContactScreens,
    KeyScreens,
    OrganizationScreens,
    NowhereScreens,
  ],
  providers: [InnerServer, WebApi, OpenScreen, PassOn],
})
export class PortalModule {}

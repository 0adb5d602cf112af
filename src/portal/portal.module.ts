import { AccountsModule } from '../accounts';
import { AccountScreens } from './account/account.controller';
import { SecondFactorScreens } from './account/second-factor.controller';
import { SessionsScreens } from './account/sessions.controller';
import { HealthScreens } from './administration/health.controller';
import { KeysScreens } from './administration/keys/keys.controller';
import { InvitationsScreens } from './administration/people/invitations.controller';
import { PeopleScreens } from './administration/people/people.controller';
import { PersonScreens } from './administration/people/person.controller';
import { AcknowledgementScreens } from './acknowledgements/acknowledgements.controller';
import { ActivityScreens } from './activities/activities.controller';
import { AdvisoryScreens } from './advisories/advisories.controller';
import { BulkScreens } from './advisories/bulk/bulk.controller';
import { DraftScreens } from './advisories/drafting/drafts.controller';
import { ImportScreens } from './advisories/importing/import.controller';
import { LeavingScreens } from './advisories/leaving/leaving.controller';
import { SourceScreens } from './advisories/sources/sources.controller';
import { AgreementScreens } from './agreements/agreements.controller';
import { ConsentRequestScreens } from './consents/consents.controller';
import { CorrectScreens } from './agreements/correcting/correct.controller';
import { DraftAgreementScreens } from './agreements/drafting/draft.controller';
import { ProposeScreens } from './agreements/drafting/propose.controller';
import { PaperScreens } from './agreements/paper/paper.controller';
import { PauseScreens } from './agreements/pauses/pauses.controller';
import { RelationshipScreens } from './agreements/relationships/relationships.controller';
import { ReportScreens as AgreementReportScreens } from './agreements/report/report.controller';
import { AgreementStepScreens } from './agreements/steps/steps.controller';
import { WhatIfScreens } from './agreements/what-if/what-if.controller';
import { EmergencyScreens } from './emergencies/emergencies.controller';
import { StandingRuleScreens } from './standing-rules/standing-rules.controller';
import { ApprovalScreens } from './approvals/approvals.controller';
import { ArrivalScreens } from './arrival/arrival.controller';
import { AssetsController } from './assets/assets.controller';
import { CallAndStopScreens } from './call-and-stop/call-and-stop.controller';
import { StopScreens } from './call-and-stop/stops.controller';
import { VerificationScreens } from './call-and-stop/verifications.controller';
import { ContactRoundScreens } from './contact-rounds/rounds.controller';
import { HelpScreens } from './help/help.controller';
import { HomeScreens } from './home/home.controller';
import { CaseScreens } from './incidents/cases/case.controller';
import { EditScreens } from './incidents/editing/edit.controller';
import { IndicatorsScreens } from './incidents/editing/indicators.controller';
import { PartsScreens } from './incidents/editing/parts.controller';
import { FilingScreens } from './incidents/filing/filing.controller';
import { QueueScreens } from './incidents/queue/queue.controller';
import { ReportScreens } from './incidents/reports/report.controller';
import { CaseSharingScreens } from './incidents/sharing/sharing.controller';
import { ContactScreens } from './organizations/contacts/contacts.controller';
import { KeyScreens } from './organizations/keys/keys.controller';
import { OrganizationScreens } from './organizations/organizations.controller';
import { ProfileScreens } from './organizations/profile/profile.controller';
import { OverlayScreens } from './overlay/overlay.controller';
import { PassingOnScreens } from './passing-on/passing-on.controller';
import { ProblemsController } from './problems/problems.controller';
import { ReadingController } from './reading/reading.controller';
import { WitnessesScreens } from './administration/witnesses/witnesses.controller';
import { ExportScreens } from './record/export.controller';
import { RecordScreens } from './record/record.controller';
import { AgreementCalendarScreens, ReminderScreens } from './reminders/reminders.controller';
import { RequestScreens } from './requests/requests.controller';
import { NowhereScreens } from './screen/nowhere.controller';
import { EarlyFaults } from './screen/early-faults';
import { OpenScreen } from './screen/open-screen';
import { PassOn } from './screen/pass-on';
import { SearchScreens } from './search/search.controller';
import { SignInScreens } from './sign-in/sign-in.controller';
import { InnerServer } from './web-api/inner-server';
import { VictimsOfAdvisoryScreens, VictimsOfCaseScreens } from './victims/victims.controller';
import { WebApi } from './web-api/web-api';
import { WelcomeController } from './welcome.controller';
import { TellingScreens } from './tellings/tellings.controller';
import { WhyScreens } from './why/why.controller';
import { Module } from '@nestjs/common';

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
    ArrivalScreens,
    AccountScreens,
    SecondFactorScreens,
    SessionsScreens,
    PeopleScreens,
    PersonScreens,
    InvitationsScreens,
    KeysScreens,
    HealthScreens,
    HelpScreens,
    CallAndStopScreens,
    StopScreens,
    VerificationScreens, // What has a name of its own comes before ids.
    ContactRoundScreens,
    ActivityScreens,
    BulkScreens,
    ImportScreens,
    DraftScreens,
    LeavingScreens,
    VictimsOfAdvisoryScreens,
    SourceScreens,
    AdvisoryScreens,
    QueueScreens,
    FilingScreens,
    ReportScreens,
    CaseScreens,
    EditScreens,
    PartsScreens,
    IndicatorsScreens,
    VictimsOfCaseScreens,
    CaseSharingScreens,
    RelationshipScreens,
    DraftAgreementScreens,
    ProposeScreens,
    CorrectScreens,
    WhatIfScreens,
    PauseScreens,
    AgreementReportScreens,
    AgreementCalendarScreens,
    ReminderScreens,
    AgreementStepScreens,
    PaperScreens,
    AgreementScreens,
    ProfileScreens,
    ContactScreens,
    KeyScreens,
    OrganizationScreens,
    WhyScreens,
    RecordScreens,
    ExportScreens,
    WitnessesScreens,
    SearchScreens,
    RequestScreens,
    TellingScreens,
    ConsentRequestScreens,
    PassingOnScreens,
    OverlayScreens,
    AcknowledgementScreens,
    ApprovalScreens,
    EmergencyScreens,
    StandingRuleScreens,
    NowhereScreens,
  ],
  providers: [EarlyFaults, InnerServer, WebApi, OpenScreen, PassOn],
})
export class PortalModule {}

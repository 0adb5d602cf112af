import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations';
import { AgreementDesk } from './agreement-desk';
import { AgreementLog } from './agreement-log';
import { AgreementStepsController } from './agreement-steps.controller';
import { AgreementsController } from './agreements.controller';
import { AgreementsStore } from './agreements.store';
import { ActivitiesController } from './activities/activities.controller';
import { ActivitiesStore } from './activities/activities.store';
import { ActivityLog } from './activities/activity-log';
import { PlanActivity } from './activities/plan-activity';
import { RecordActivity } from './activities/record-activity';
import { ApproveAgreement } from './approve-agreement';
import { ExportTerms } from './canonical/export-terms';
import { CallBackOfficer } from './call-backs/call-back-officer';
import { CallBacksController } from './call-backs/call-backs.controller';
import { CallBacksStore } from './call-backs/call-backs.store';
import { ConfirmFact } from './confirm-fact';
import { ConfirmResumption } from './confirm-resumption';
import { AskRound } from './contact-rounds/ask-round';
import { ContactRoundsController } from './contact-rounds/contact-rounds.controller';
import { ContactRoundsStore } from './contact-rounds/contact-rounds.store';
import { RemindOfRound } from './contact-rounds/remind-of-round';
import { RoundLog } from './contact-rounds/round-log';
import { DraftAgreement } from './draft-agreement';
import { DutyOfficersController } from './duty-officers/duty-officers.controller';
import { DutyOfficersStore } from './duty-officers/duty-officers.store';
import { RevokeVerification } from './duty-officers/revoke-verification';
import { VerifyDutyOfficer } from './duty-officers/verify-duty-officer';
import { EndAgreement } from './end-agreement';
import { EnterIntoForce } from './enter-into-force';
import { FindPause } from './find-pause';
import { HoldToParent } from './hold-to-parent';
import { GiveNotice } from './give-notice';
import { ListAgreements } from './list-agreements';
import { ListPauses } from './list-pauses';
import { NamedConstituents } from './named-constituents';
import { OwnAgreements } from './own-agreements';
import { PausesController } from './pauses.controller';
import { PausesStore } from './pauses.store';
import { ProposeTerms } from './propose-terms';
import { RecordFact } from './record-fact';
import { NotifyParties } from './notify-parties';
import { RejectTerms } from './reject-terms';
import { DescribeAgreement } from './description/describe-agreement';
import { DescriptionController } from './description/description.controller';
import { DescriptionsStore } from './description/descriptions.store';
import { TextsController } from './texts/texts.controller';
import { TextsStore } from './texts/texts.store';
import { UploadText } from './texts/upload-text';
import { Supersede } from './succession/supersede';
import { ConfirmCorrection } from './corrigendum/confirm-correction';
import { CorrectTerms } from './corrigendum/correct-terms';
import { CorrigendaController } from './corrigendum/corrigenda.controller';
import { AgreementDates } from './reminders/agreement-dates';
import { AgreementDatesController } from './reminders/dates.controller';
import { DatesStore } from './reminders/dates.store';
import { ListDates } from './reminders/list-dates';
import { ReadReminders } from './reminders/read-reminders';
import { RemindersController } from './reminders/reminders.controller';
import { RemindersStore } from './reminders/reminders.store';
import { ReportService } from './reports/report-service';
import { ServiceStore } from './reports/service.store';
import { ReportOnAgreement } from './reports/report-on-agreement';
import { AgreementReportsController } from './reports/reports.controller';
import { ReportsStore } from './reports/reports.store';
import { ResumeSharing } from './resume-sharing';
import { ShowAgreement } from './show-agreement';
import { SignAgreement } from './sign-agreement';
import { StopSharing } from './stop-sharing';
import { SubmitAgreement } from './submit-agreement';
import { ShowPause } from './show-pause';
import { SuspendAgreement } from './suspend-agreement';
import { AgreementTemplatesController } from './templates/templates.controller';
import { WithdrawTerms } from './withdraw-terms';
import { AskWhatIf } from './what-if/ask-what-if';
import { SightChangesStore } from './what-if/sight-changes.store';
import { Supposing } from './what-if/supposing';
import { WhatIfController } from './what-if/what-if.controller';

const useCases = [
  AskWhatIf,
  DescribeAgreement,
  UploadText,
  CorrectTerms,
  ConfirmCorrection,
  DraftAgreement,
  ProposeTerms,
  SubmitAgreement,
  ApproveAgreement,
  SignAgreement,
  NotifyParties,
  RejectTerms,
  WithdrawTerms,
  ConfirmFact,
  EnterIntoForce,
  SuspendAgreement,
  StopSharing,
  ResumeSharing,
  ConfirmResumption,
  GiveNotice,
  EndAgreement,
  ListAgreements,
  ListPauses,
  OwnAgreements,
  ExportTerms,
  ShowAgreement,
  ShowPause,
  VerifyDutyOfficer,
  CallBackOfficer,
  ReportOnAgreement,
  ReportService,
  ServiceStore,
  ReadReminders,
  ListDates,
  PlanActivity,
  RecordActivity,
  AskRound,
  RemindOfRound,
  RevokeVerification,
];

/** Instruments, their facts and terms, and the pauses of exchange under them. */
@Module({
  imports: [OrganizationsModule],
  controllers: [
    AgreementsController,
    AgreementStepsController,
    AgreementTemplatesController,
    CorrigendaController,
    DescriptionController,
    DutyOfficersController,
    CallBacksController,
    TextsController,
    ContactRoundsController,
    ActivitiesController,
    AgreementReportsController,
    RemindersController,
    AgreementDatesController,
    PausesController,
    WhatIfController,
  ],
  providers: [
    AgreementsStore,
    DescriptionsStore,
    DutyOfficersStore,
    CallBacksStore,
    TextsStore,
    ContactRoundsStore,
    ActivitiesStore,
    ReportsStore,
    RemindersStore,
    DatesStore,
    AgreementDates,
    ActivityLog,
    RoundLog,
    PausesStore,
    HoldToParent,
    AgreementDesk,
    AgreementLog,
    FindPause,
    NamedConstituents,
    RecordFact,
    SightChangesStore,
    Supersede,
    Supposing,
    ...useCases,
  ],
  exports: [AgreementDesk, ...useCases],
})
export class AgreementsModule {}

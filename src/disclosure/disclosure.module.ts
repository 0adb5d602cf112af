import { Global, Module } from '@nestjs/common';
import { Acknowledge } from './acknowledging/acknowledge';
import { AcknowledgementsController } from './acknowledging/acknowledgements.controller';
import { AcknowledgementsStore } from './acknowledging/acknowledgements.store';
import { consentRequestProviders } from './consent-requests/consent-request-providers';
import { ConsentRequestsController } from './consent-requests/consent-requests.controller';
import { DerivedItems } from './consent-requests/derived-items';
import { HeldItems } from './consent-requests/held-items';
import { ApprovalsController } from './approving/approvals.controller';
import { ApprovalsStore } from './approving/approvals.store';
import { ApproveVersion } from './approving/approve-version';
import { ConfirmConsent } from './consents/confirm-consent';
import { ConsentDesk } from './consents/consent-desk';
import { ConsentsController } from './consents/consents.controller';
import { ConsentsStore } from './consents/consents.store';
import { RecordConsent } from './consents/record-consent';
import { RevokeConsent } from './consents/revoke-consent';
import {
  VictimConsentsOfAdvisoriesController,
  VictimConsentsOfCasesController,
} from './consents/victim-consents.controller';
import { Disclosing } from './disclosing';
import { DisclosureStore } from './disclosure.store';
import { DrainDueFeeds } from './drain-due-feeds';
import { DrainPublicFeed } from './drain-public-feed';
import { SightStore } from './dry-run/sight.store';
import { EmergenciesController } from './emergencies/emergencies.controller';
import { emergencyProviders } from './emergencies/emergency-providers';
import { ReleaseInEmergency } from './emergencies/release-in-emergency';
import { ExceptionsController } from './exceptions/exceptions.controller';
import { ExceptionsStore } from './exceptions/exceptions.store';
import { FeedController } from './feed.controller';
import { DescribeFeed } from './describe-feed';
import { DescribeFlows } from './describe-flows';
import { FeedLine } from './feed-line';
import { FeedStore } from './feed.store';
import { Gate } from './gate';
import { ItemsStore } from './items/items.store';
import { NamedPersons } from './items/named-persons';
import { ReleaseItem } from './items/release-item';
import { WithdrawItem } from './items/withdraw-item';
import { FindTestItem } from './find-test-item';
import { ItemsByReference } from './lists/items-by-reference';
import { DisclosuresController } from './known-by/disclosures.controller';
import { DisclosuresStore } from './known-by/disclosures.store';
import { MatchEntitlements } from './matching/match-entitlements';
import { ListNamedItems } from './named-items/list-named-items';
import { NamedItemsController } from './named-items/named-items.controller';
import { NamedItemsStore } from './named-items/named-items.store';
import { obligationControllers, obligationProviders } from './obligations/obligation-providers';
import { EndPassingOn } from './passing-on/end-passing-on';
import { PassOn } from './passing-on/pass-on';
import { PassingOnController } from './passing-on/passing-on.controller';
import { PassingOnStore } from './passing-on/passing-on.store';
import { PublicDisclosure } from './public-disclosure';
import { Asking } from './questions/asking';
import { questionProviders } from './questions/question-providers';
import { QuestionsController } from './questions/questions.controller';
import { PullFeed } from './pull-feed';
import { Renderers } from './renderers';
import { Renditions } from './renditions';
import { requestProviders } from './requests/request-providers';
import { RequestsController } from './requests/requests.controller';
import { ServeItem } from './serve-item';
import { ReleaseUnderRule } from './standing/release-under-rule';
import { standingProviders } from './standing/standing-providers';
import { StandingRulesController } from './standing/standing-rules.controller';
import { tellingProviders } from './telling/telling-providers';
import { TellingsController } from './telling/tellings.controller';
import { TransformedParts } from './transformed-parts';
import { Transferring } from './transferring';

/** The one gate, the feeds and what leaves through them. */
@Global()
@Module({
  controllers: [
    FeedController,
    AcknowledgementsController,
    QuestionsController,
    ConsentsController,
    VictimConsentsOfAdvisoriesController,
    VictimConsentsOfCasesController,
    ConsentRequestsController,
    PassingOnController,
    NamedItemsController,
    RequestsController,
    TellingsController,
    ExceptionsController,
    EmergenciesController,
    StandingRulesController,
    DisclosuresController,
    ApprovalsController,
    ...obligationControllers,
  ],
  providers: [
    Acknowledge,
    AcknowledgementsStore,
    ApprovalsStore,
    ApproveVersion,
    ConfirmConsent,
    ConsentDesk,
    ConsentsStore,
    DescribeFeed,
    DescribeFlows,
    Disclosing,
    DisclosureStore,
    DisclosuresStore,
    DrainDueFeeds,
    DrainPublicFeed,
    EndPassingOn,
    ExceptionsStore,
    FeedLine,
    FindTestItem,
    FeedStore,
    Gate,
    ItemsByReference,
    ListNamedItems,
    MatchEntitlements,
    ItemsStore,
    PassOn,
    PassingOnStore,
    NamedItemsStore,
    NamedPersons,
    PublicDisclosure,
    PullFeed,
    RecordConsent,
    RevokeConsent,
    ReleaseItem,
    ReleaseUnderRule,
    Renderers,
    Renditions,
    ServeItem,
    SightStore,
    TransformedParts,
    Transferring,
    WithdrawItem,
    ...consentRequestProviders,
    ...emergencyProviders,
    ...standingProviders,
    ...questionProviders,
    ...obligationProviders,
    ...requestProviders,
    ...tellingProviders,
  ],
  exports: [
    Asking,
    DerivedItems,
    DescribeFeed,
    DescribeFlows,
    FindTestItem,
    HeldItems,
    ItemsStore,
    NamedPersons,
    ReleaseInEmergency,
    ReleaseItem,
    ReleaseUnderRule,
    Renderers,
    ServeItem,
    SightStore,
    WithdrawItem,
  ],
})
export class DisclosureModule {}

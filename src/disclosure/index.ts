export { BASIS_HEADERS } from './basis-header';
export {
  APPROVAL_LEVELS,
  type ApprovalLevel,
  type ApprovalRow,
  type Channel,
  CHANNELS,
  CHILD_KINDS,
  type Compelled,
  COMPELLED,
  DESTRUCTION_MEANS,
  type DestructionTerm,
  type GrantObligations,
  type Holder,
  HOLDERS,
  INFORMATION_TYPES,
  type InformationType,
  KINDS_WITH_GRANTS,
  type Nexus,
  AMBER_REACHES,
  type Need,
  NEEDS,
  NEXUSES,
  ONWARD_SHARING,
  type Pap,
  type PersonalData,
  PAP_LEVELS,
  PART_KINDS,
  PART_TAGS,
  PERSONAL_DATA,
  PERMITTED_PURPOSES,
  POST_TERMINATION,
  type PostTermination,
  PROHIBITED_PURPOSES,
  type Purpose,
  isCategory,
  PRODUCT_TYPES,
  RSIT,
  RSIT_CODES,
  SECTORS,
  SEVERITIES,
  type Severity,
  SOURCE_ATTRIBUTION,
  type SourceAttribution,
  THIRD_PARTY_CONTENT,
  type ThirdPartyContent,
  type Tlp,
  TLP_LABELS,
  VICTIM_IDENTITY,
  type VictimIdentity,
  type WithinTime,
  WORKING_DAYS,
  type WorkingHours,
} from './rules/vocabulary';
export {
  type AccessTerm,
  AFFECTED_PARTY_NOTICE,
  type AffectedPartyNotice,
  ENCRYPTION,
  type Encryption,
  type MappedLevel,
  type MarkingText,
  PERMITTED_ACTIONS,
  type PermittedActions,
} from './rules/handling-terms';
export { obligationsInWords } from './rules/obligations';
export { FEEDBACK, type Feedback, type Survival, SURVIVING, type Surviving } from './rules/lasting-terms';
export { survivalAfter } from './obligations/survival';
export { presentSurvives, SurvivesView } from './obligations/survives.view';
export { type DerivedFrom, DerivedItems } from './consent-requests/derived-items';
export { type HeldItem, HeldItems } from './consent-requests/held-items';
export { DescribeFlows, type Flow } from './describe-flows';
export { DescribeFeed, type FeedState, type LastTransfer } from './describe-feed';
export { FindTestItem, type TestItem } from './find-test-item';
export { DryRun, DryRunOfMany } from './dry-run/dry-run';
export { DryRunView } from './dry-run/dry-run.view';
export { releaseEffect, withdrawalEffect } from './dry-run/effect-of-items';
export { AcknowledgementRow } from './acknowledging/acknowledgement.entity';
export { DisclosureModule } from './disclosure.module';
export { ItemSummary, SummaryPage } from './feed.dto';
export {
  itemEntities,
  type ItemPartRow,
  ItemRow,
  ItemVersionRow,
  ReleaseRow,
  WithdrawalRow,
} from './items/item.entity';
export { ItemsStore, type VersionContent } from './items/items.store';
export { EmergencyReleaseBody } from './emergencies/emergencies.dto';
export { ReleaseInEmergency } from './emergencies/release-in-emergency';
export { ReleaseItem } from './items/release-item';
export { ReleaseUnderRule } from './standing/release-under-rule';
export { StandingReleaseBody } from './standing/standing-rules.dto';
export { WithdrawItem } from './items/withdraw-item';
export { Asking, type Through } from './questions/asking';
export { ExplainDecision } from './questions/explain-decision';
export { PreviewRelease } from './questions/preview-release';
export { ReplayDecision } from './questions/replay-decision';
export { BasisName } from './questions/decision.view';
export type { BasisView, DecisionView, ReplayView } from './questions/decision.view';
export type { PreviewView, TeamPreview } from './questions/preview.view';
export { called } from './questions/in-words';
export { ExplainQuery, PreviewQuery, ReplayQuery } from './questions/questions.dto';
export { matchEntitlements } from './matching/match-by-command';
export type { Matching } from './matching/matching.store';
export {
  type Acting,
  type Rebuilt,
  rebuildEntitlements,
  type RebuildOptions,
} from './rebuilding/rebuild-entitlements';
export { type RenderedDocument, Renderers, type RenderInput } from './renderers';
export type { OverlayRestriction } from './rules/overlay';
export { onlyNarrows } from './rules/overlay-narrows';
export { RULES_VERSION } from './rules/decide';
export { ItemListQuery } from './lists/item-list.query';
export { NamesItems } from './lists/items-by-reference';
export { OWN_LIST, ownListParameters, type OwnPlace } from './lists/own-list';
export { pick, readWanted, type Wanted } from './lists/wanted';
export { ServeItem } from './serve-item';
export { MayStatePurpose, TakesPurposeOnly } from './stated-purpose';
export { applyHandling, type Handling, UNLABELLED } from './items/apply-handling';
export { NamedPersons } from './items/named-persons';
export { AudienceInput, HandlingInput } from './items/handling.dto';
export { forEverybody, type Part, type RenderedPart, sameParts, unchanged } from './items/part';
export { PartInput, Parts, PartView, presentPart, readPart, SharedPart } from './items/part.dto';

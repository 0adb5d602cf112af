import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { SurvivesView } from '../disclosure';
import { GrantView } from './grant.view';
import { ENTRY_RULES } from './entry-condition.dto';
import { ApiInstant } from './instant';
import { OF_TYPES, PauseView } from './pause-view';
import { STATEMENTS } from './agreements.dto';
import { type TermsClauses } from './rules/claused-terms';
import { OtherClauseDto, TERMS_CLAUSES_SCHEMA } from './clauses.dto';
import { CorrigendumView } from './corrigendum/corrigendum.view';
import { DescriptionView } from './description/description.view';
import { SuccessionView } from './succession/succession.view';
import { TextView } from './texts/text.view';

const text = { type: String, nullable: true } as const;

export class PartyView {
  @ApiProperty({ description: 'Handle' }) organization: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: [String] }) roles: string[];
}

/** Released versions that were there when the terms were signed meet them piece by piece. */
export class MatchingView {
  @ApiProperty({ description: 'Released versions when all had signed' }) of: number;
  @ApiProperty({ description: 'How many of them have been matched' }) done: number;
  @ApiInstant() began_at: string;
  @ApiInstant(true) finished_at: string | null;
}

export class EntryConditionView {
  @ApiProperty({ enum: ENTRY_RULES }) rule: string;
  @ApiInstant(true) date: string | null;
  @ApiProperty({ type: Number, nullable: true }) days: number | null;
}

export class TermsView {
  @ApiProperty() number: number;
  @ApiProperty({ description: 'Handle of the organization that proposed them' }) proposed_by: string;
  @ApiInstant() proposed_at: string;
  @ApiInstant(true) expires_at: string | null;
  @ApiProperty({
    type: EntryConditionView,
    nullable: true,
    description: 'What their entry into force waits for',
  })
  entry_condition: EntryConditionView | null;
  @ApiProperty({ type: [String], description: 'Who has yet to give notice, where they wait for that' })
  notifications_missing: string[];
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description:
      'When their condition lets them enter into force; null without one, and as long as it is not known',
  })
  may_enter_from: string | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'How many days of 24 hours lie at least between a notice and the end; null: any',
  })
  notice_days: number | null;
  @ApiProperty({ enum: ['allowed', 'none'] }) corrections: string;
  @ApiProperty({ type: Number, nullable: true, description: 'How often contacts are verified, in days' })
  contact_verification_days: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'How often the joint committee meets, in days' })
  meetings_days: number | null;
  @ApiPropertyOptional(TERMS_CLAUSES_SCHEMA) clauses?: TermsClauses;
  @ApiProperty({ type: [OtherClauseDto], description: 'The clauses that no machine enforces' })
  other_clauses: OtherClauseDto[];
  @ApiProperty({ type: [TextView], description: 'The text of the terms, in each language that is attached' })
  texts: TextView[];
  @ApiProperty({ description: 'SHA-256 of the canonical terms (RFC 8785), in hex' }) canonical_sha256: string;
  @ApiProperty({ type: [PartyView], description: 'Who joins the agreement with these terms' })
  joining: PartyView[];
  @ApiProperty({ type: CorrigendumView, nullable: true, description: 'If they are a corrigendum' })
  corrigendum: CorrigendumView | null;
  @ApiProperty() submitted: boolean;
  @ApiProperty() approved: boolean;
  @ApiProperty() signed: boolean;
  @ApiProperty({ type: [String] }) approvals_missing: string[];
  @ApiProperty({ type: [String] }) signatures_missing: string[];
  @ApiProperty({
    enum: ['rejected', 'withdrawn'],
    nullable: true,
    description: 'How they came to nothing: they can no longer be approved, signed or enter into force',
  })
  came_to_nothing: 'rejected' | 'withdrawn' | null;
  @ApiProperty() in_force: boolean;
  @ApiInstant(true) in_force_from: string | null;
  @ApiInstant(true) in_force_until: string | null;
  @ApiProperty({ type: [GrantView] }) grants: GrantView[];
  @ApiProperty({
    type: MatchingView,
    nullable: true,
    description:
      'How far the own releases have been matched with signed terms; null before that, and for whoever gives nothing under them. The entry into force does not wait for it, and no entity tag is over it',
  })
  matching: MatchingView | null;
}

export class FactView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() kind: string;
  @ApiProperty({ type: Number, nullable: true }) terms_version: number | null;
  @ApiProperty({ description: 'Handle' }) party: string;
  @ApiInstant() effective_at: string;
  @ApiInstant() recorded_at: string;
  @ApiProperty({ description: 'Handle' }) recorded_by: string;
  @ApiProperty({ ...text, description: 'Name of the person, for the own side only' }) person: string | null;
  @ApiProperty(text) on_behalf_of: string | null;
  @ApiProperty(text) reason: string | null;
  @ApiProperty(text) evidence_sha256: string | null;
  @ApiProperty({ ...text, description: 'Who put her name to it, of a signature' }) signed_by: string | null;
  @ApiProperty() second_person_required: boolean;
  @ApiInstant(true) confirmed_at: string | null;
  @ApiProperty({ ...text, description: 'For the own side only' }) confirmed_by: string | null;
  @ApiInstant(true) counts_from: string | null;
}

export class PausedView {
  @ApiProperty() from: string;
  @ApiProperty() to: string;
  @ApiProperty({ enum: ['suspension', 'stop'] }) kind: string;
  @ApiProperty(OF_TYPES) information_types: string[] | null;
  @ApiInstant() since: string;
  @ApiInstant(true) until: string | null;
}

/** What is true of the agreement at an instant: several things may be at once. */
export class StateView {
  @ApiInstant() at: string;
  @ApiProperty({ enum: STATEMENTS, isArray: true }) statements: string[];
  @ApiProperty() in_force: boolean;
  @ApiProperty({ type: Number, nullable: true, description: 'The one in force' }) terms_version:
    number | null;
  @ApiInstant(true) in_force_since: string | null;
  @ApiInstant(true) in_force_until: string | null;
  @ApiProperty({ enum: ['no', 'partially', 'wholly'] }) suspended: string;
  @ApiProperty({ type: [PausedView] }) paused: PausedView[];
  @ApiProperty() notice_given: boolean;
  @ApiInstant(true) ends_at: string | null;
  @ApiProperty() ended: boolean;
  @ApiProperty() expired: boolean;
  @ApiProperty({ description: 'A later agreement is in force in its place' }) superseded: boolean;
}

export class NextStepView {
  @ApiProperty() step: string;
  @ApiProperty({ type: Number, nullable: true }) terms_version: number | null;
  @ApiProperty({ type: [String], description: 'Handles of the organizations that may take it' }) by: string[];
}

export class AgreementSummary {
  @ApiProperty({
    type: SuccessionView,
    nullable: true,
    description: 'The agreement that it supersedes, where the reader is party to both',
  })
  supersedes: SuccessionView | null;
  @ApiProperty({ type: [SuccessionView], description: 'Agreements that supersede it, likewise' })
  superseded_by: SuccessionView[];
  @ApiProperty({ example: 'PK-CN-2026' }) reference: string;
  @ApiProperty() title: string;
  @ApiProperty({ example: 'mou' }) kind: string;
  @ApiProperty({ ...text, description: 'Reference of what it stands below and narrows' })
  parent: string | null;
  @ApiProperty({ description: 'Handle' }) drafted_by: string;
  @ApiInstant() created_at: string;
  @ApiProperty({ type: [PartyView] }) parties: PartyView[];
  @ApiProperty({ type: StateView }) state: StateView;
}

/** A term that is wider than what the instrument stands below says now; of the two the stricter holds. */
export class ConflictView {
  @ApiProperty({ type: Number, description: 'Of the instrument' }) terms_version: number;
  @ApiProperty({ ...text, description: 'Handle; null for what is said of the whole instrument' })
  from: string | null;
  @ApiProperty({ ...text, description: 'Handle' }) to: string | null;
  @ApiProperty({
    description: 'The term; `grant` for a direction that is not granted above',
    example: 'sectors',
  })
  field: string;
  @ApiProperty({ example: 'any sector' }) says: string;
  @ApiProperty({ example: 'banking' }) parent_says: string;
}

/** What stands below an agreement, as far as your organization reads it. */
export class ChildView {
  @ApiProperty({ example: 'PK-CN-2026-A1' }) reference: string;
  @ApiProperty() title: string;
  @ApiProperty({ example: 'implementing_annex' }) kind: string;
  @ApiProperty({ type: [String] }) statements: string[];
  @ApiProperty({
    description: 'Whether its terms are wider than those above in something; the stricter holds',
  })
  conflicts: boolean;
}

/** What one direction of an agreement that is over goes on obliging to. */
export class SurvivingView {
  @ApiProperty({ description: 'Handle of who gave' }) from: string;
  @ApiProperty({ description: 'Handle of who received, and owes it' }) to: string;
  @ApiProperty({ description: 'Of the terms that say so' }) terms_version: number;
  @ApiProperty({ type: [SurvivesView] }) survives: SurvivesView[];
}

export class AgreementView extends AgreementSummary {
  @ApiProperty({
    type: [SurvivingView],
    description:
      'Once it is over: until when what is owed lives on, by the terms under which something was given',
  })
  surviving: SurvivingView[];
  @ApiProperty({ type: [ChildView] }) children: ChildView[];
  @ApiProperty({ type: [ConflictView] }) conflicts: ConflictView[];
  @ApiProperty({ type: DescriptionView, nullable: true, description: 'What the paper is' })
  description: DescriptionView | null;
  @ApiProperty({ type: [TermsView] }) terms: TermsView[];
  @ApiProperty({ type: [FactView] }) facts: FactView[];
  @ApiProperty({ type: [PauseView] }) pauses: PauseView[];
  @ApiProperty({ type: [NextStepView] }) next_steps: NextStepView[];
}

export class AgreementPage {
  @ApiProperty({ type: [AgreementSummary] }) items: AgreementSummary[];
  @ApiProperty({ ...text, description: 'Cursor of the next page; null on the last' }) next: string | null;
}

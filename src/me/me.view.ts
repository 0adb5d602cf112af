import { ApiProperty } from '@nestjs/swagger';
import {
  AMBER_REACHES,
  CHANNELS,
  INFORMATION_TYPES,
  NEEDS,
  NEXUSES,
  PAP_LEVELS,
  PERSONAL_DATA,
  PRODUCT_TYPES,
  SEVERITIES,
  SOURCE_ATTRIBUTION,
  THIRD_PARTY_CONTENT,
  TLP_LABELS,
  VICTIM_IDENTITY,
} from '../disclosure';
import { IdentityView, MyTeamView } from './identity.view';
import { MISSING_CODES } from './rules/missing';

const maybe = { nullable: true, type: String } as const;
const maybeInstant = { ...maybe, format: 'date-time' } as const;
const anyOrListOf = (known: readonly string[]) => ({
  oneOf: [
    { type: 'string', enum: ['any'] },
    { type: 'array', items: { type: 'string', enum: [...known] } },
  ],
});
const PRODUCTS = { type: 'array', items: { type: 'string', enum: [...PRODUCT_TYPES] } };
const anyOrList = { oneOf: [{ enum: ['any'] }, { type: 'array', items: { type: 'string' } }] };

export class MyProfileView {
  @ApiProperty({ example: 2 }) version: number;
  @ApiProperty({ format: 'date-time' }) updated_at: string;
}

export class MyContactsView {
  @ApiProperty({ description: 'Contacts that are verified now' }) verified: number;
  @ApiProperty({ description: 'Those whose verification is older than twelve months' }) lapsed: number;
  @ApiProperty({ description: 'Those that never were, as they are now' }) never: number;
  @ApiProperty({ ...maybeInstant, description: 'When the last verification lapses' })
  verified_until: string | null;
}

export class MyOrganizationView extends MyTeamView {
  @ApiProperty({ type: MyProfileView, nullable: true, description: 'Null until it says something of itself' })
  profile: MyProfileView | null;
  @ApiProperty({ type: MyContactsView }) contacts: MyContactsView;
}

export class MyApiKeyView {
  @ApiProperty({ example: 'Feed collector' }) name: string;
  @ApiProperty({ example: 'k3m9x2pq7a' }) prefix: string;
  @ApiProperty({ type: [String] }) scopes: string[];
  @ApiProperty({ type: [String], description: 'From where it is accepted; empty for everywhere' })
  allowed_addresses: string[];
  @ApiProperty({ format: 'date-time' }) expires_at: string;
  @ApiProperty({ description: 'Whether it ends within 30 days' }) expires_soon: boolean;
  @ApiProperty({ ...maybeInstant, description: 'To the minute' }) last_used_at: string | null;
}

export class MyAgreementView {
  @ApiProperty({ example: 'PK-CN-2026' }) reference: string;
  @ApiProperty() title: string;
  @ApiProperty({ example: 'mou' }) kind: string;
  @ApiProperty({ type: [String], description: 'Of your organization; none if it only drafted' })
  roles: string[];
  @ApiProperty({ type: [String], description: 'What is true of it now, as far as it concerns you' })
  statements: string[];
  @ApiProperty() in_force: boolean;
  @ApiProperty({ type: Number, nullable: true, description: 'The one in force' }) terms_version:
    number | null;
  @ApiProperty(maybeInstant) in_force_since: string | null;
  @ApiProperty({ ...maybeInstant, description: 'Terms that take over are counted in' })
  in_force_until: string | null;
  @ApiProperty() notice_given: boolean;
  @ApiProperty() ended: boolean;
  @ApiProperty() expired: boolean;
  @ApiProperty({ type: [String], description: 'Steps that your organization may take next' })
  next_steps: string[];
}

export class MyTypeView {
  @ApiProperty({ enum: INFORMATION_TYPES }) type: string;
  @ApiProperty({ enum: TLP_LABELS }) tlp_ceiling: string;
}

const SEVERITY = { type: 'string', enum: [...SEVERITIES] };

export class MyPauseView {
  @ApiProperty({ enum: ['suspension', 'stop'] }) kind: string;
  @ApiProperty({
    enum: INFORMATION_TYPES,
    isArray: true,
    nullable: true,
    description:
      'Only what is of one of these types, by itself or by any of its parts, is withheld; null: everything',
  })
  information_types: string[] | null;
  @ApiProperty({ format: 'date-time' }) since: string;
  @ApiProperty(maybeInstant) until: string | null;
}

export class MyFlowView {
  @ApiProperty({ description: 'Versions of items that became known since then; each is counted once' })
  versions: number;
  @ApiProperty({ description: 'Whether there were more than are counted' }) at_least: boolean;
  @ApiProperty({ format: 'date-time' }) since: string;
  @ApiProperty({ ...maybeInstant, description: 'When the latest of them became known' })
  last_at: string | null;
}

export class MyDirectionView {
  @ApiProperty({ enum: ['receive', 'give'] }) direction: string;
  @ApiProperty({ description: 'Handle of the other side' }) counterpart: string;
  @ApiProperty() counterpart_name: string;
  @ApiProperty({ description: 'Reference' }) agreement: string;
  @ApiProperty() terms_version: number;
  @ApiProperty({ example: 'Art. 4(1)' }) clause: string;
  @ApiProperty({ type: [MyTypeView] }) information_types: MyTypeView[];
  @ApiProperty(anyOrList) categories: 'any' | string[];
  @ApiProperty(anyOrList) sectors: 'any' | string[];
  @ApiProperty({
    oneOf: [
      { type: 'string', enum: ['any'] },
      { type: 'object', properties: { least: SEVERITY, most: SEVERITY }, additionalProperties: false },
    ],
    description: 'Bounds of the normalised severity, both included, or `any`',
  })
  severity: 'any' | { least?: string; most?: string };
  @ApiProperty({ enum: NEXUSES, description: 'Whose country an item has to affect' }) nexus: string;
  @ApiProperty({ enum: ['any', ...PAP_LEVELS], description: 'The narrowest PAP that may come through' })
  pap_ceiling: string;
  @ApiProperty({ ...anyOrListOf(CHANNELS), description: 'By which channels it may leave' })
  channels: 'any' | string[];
  @ApiProperty({ enum: VICTIM_IDENTITY, description: 'What becomes of parts that tell who a victim is' })
  victim_identity: string;
  @ApiProperty({ enum: SOURCE_ATTRIBUTION, description: 'Whether a source is named' })
  source_attribution: string;
  @ApiProperty({ enum: PERSONAL_DATA, description: 'What becomes of parts with personal data' })
  personal_data: string;
  @ApiProperty({ enum: THIRD_PARTY_CONTENT, description: 'Whether content of another publisher goes' })
  third_party_content: string;
  @ApiProperty({
    oneOf: [
      { type: 'string', enum: ['any'] },
      { type: 'object', properties: { include: PRODUCTS, exclude: PRODUCTS }, additionalProperties: false },
    ],
    description: 'Which kinds of product may go: these alone, or all but these',
  })
  product_types: 'any' | { include?: string[]; exclude?: string[] };
  @ApiProperty({ enum: ['none', ...TLP_LABELS], description: 'Under which label it is filed without one' })
  default_label: string;
  @ApiProperty({ enum: NEEDS, description: 'Whether what nobody asked for comes through' }) need: string;
  @ApiProperty({
    oneOf: [
      { type: 'string', enum: [...AMBER_REACHES] },
      { type: 'array', items: { type: 'string' } },
    ],
    description: 'How far AMBER reaches below the recipient; a list holds handles of constituents',
  })
  amber_reach: string | string[];
  @ApiProperty({ example: 'none', description: '`none`, `all`, or since which instant' }) reach_back: string;
  @ApiProperty({
    enum: ['must', 'may'],
    description: 'With `must` nothing goes by what is not known to be encrypted; `may` where nothing is said',
  })
  encryption_in_transit: 'must' | 'may';
  @ApiProperty({ type: [String], description: 'What the recipient is obliged to, beyond the marking' })
  obligations: string[];
  @ApiProperty({ ...maybeInstant, description: 'Until when these terms grant it' }) until: string | null;
  @ApiProperty({ description: 'Whether nothing at all comes through now' }) paused: boolean;
  @ApiProperty({ type: [MyPauseView] }) pauses: MyPauseView[];
  @ApiProperty({ type: () => MyFlowView, description: 'How much has become known of late' })
  flowed: MyFlowView;
  @ApiProperty({ description: 'The same as sentences' }) in_words: string;
}

export class MyPullKeyView {
  @ApiProperty() name: string;
  @ApiProperty() prefix: string;
}

export class MyPullView {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ example: 'feed' }) route: string;
  @ApiProperty({ type: MyPullKeyView, nullable: true, description: 'The key; null if a person asked' })
  api_key: MyPullKeyView | null;
  @ApiProperty({ ...maybe, description: 'Name of the person who asked, told to people only' })
  person: string | null;
}

export class MyFeedView {
  @ApiProperty({ ...maybeInstant, description: 'The newest entry that your team may be told now' })
  newest_entry_at: string | null;
  @ApiProperty({
    type: MyPullView,
    nullable: true,
    description: 'The last answer that carried items to your team; one without items leaves no trace',
  })
  last_pull: MyPullView | null;
}

export class MissingView {
  @ApiProperty({ enum: MISSING_CODES }) code: string;
  @ApiProperty({ enum: ['access', 'receiving', 'giving'] }) affects: string;
  @ApiProperty() sentence: string;
  @ApiProperty({ description: 'What to do about it' }) next: string;
  @ApiProperty({ ...maybe, description: 'Reference' }) agreement: string | null;
  @ApiProperty({ ...maybe, description: 'Handle' }) counterpart: string | null;
}

const until = 'Null until you have enrolled the second factor that your roles ask for';

/** Who the caller is, for which organization, what it may receive and give, and what is missing to receive more. */
export class MeView extends IdentityView {
  @ApiProperty({ type: MyOrganizationView }) declare organization: MyOrganizationView;
  @ApiProperty({ type: MyApiKeyView, nullable: true, description: 'Null for a person' })
  api_key: MyApiKeyView | null;
  @ApiProperty({ type: [MyAgreementView], nullable: true, description: until })
  agreements: MyAgreementView[] | null;
  @ApiProperty({ type: [MyDirectionView], nullable: true, description: `Under terms in force. ${until}` })
  directions: MyDirectionView[] | null;
  @ApiProperty({ type: MyFeedView, nullable: true, description: until }) feed: MyFeedView | null;
  @ApiProperty({ type: [MissingView] }) missing: MissingView[];
}

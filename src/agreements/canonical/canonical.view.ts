import {
  ApiProperty,
  ApiPropertyOptional,
  IntersectionType,
  OmitType,
  PartialType,
  PickType,
} from '@nestjs/swagger';
import { GrantView } from '../grant.view';
import { KINDS } from '../agreements.dto';
import { OtherClauseDto, ROLES, TERMS_CLAUSES_SCHEMA } from '../clauses.dto';
import { EntryConditionDto } from '../entry-condition.dto';
import type { TermsClauses } from '../rules/claused-terms';
import { DescriptionView } from '../description/description.view';
import { TextView } from '../texts/text.view';
import { ApiInstant } from '../instant';
import { COVERS } from './document';

export class CanonicalParty {
  @ApiProperty({ description: 'Handle' }) organization: string;
  @ApiProperty({ enum: ROLES, isArray: true }) roles: string[];
}

/** Left out where they say nothing. */
const UNLESS_SAID = [
  'clauses',
  'third_party_content',
  'product_types',
  'default_label',
  'release_approval',
  'emergency_release',
] as const;

export class CanonicalGrant extends IntersectionType(
  OmitType(GrantView, ['in_words', ...UNLESS_SAID] as const),
  PartialType(PickType(GrantView, UNLESS_SAID)),
) {}

export class CanonicalContent {
  @ApiProperty({ enum: ['terms/1'] }) accord: 'terms/1';
  @ApiProperty({ description: 'Reference', example: 'PK-CN-2026' }) agreement: string;
  @ApiProperty({ enum: KINDS }) kind: string;
  @ApiPropertyOptional({ description: 'Reference of what it stands below', example: 'PK-CN-2026' })
  parent?: string;
  @ApiProperty({ type: [CanonicalParty], description: 'By handle' }) parties: CanonicalParty[];
  @ApiInstant(true) expires_at: string | null;
  @ApiPropertyOptional({ type: EntryConditionDto, description: 'Left out where there is none' })
  entry_condition?: EntryConditionDto;
  @ApiPropertyOptional({ type: Number, description: 'Left out where any period of notice will do' })
  notice_days?: number;
  @ApiProperty({ enum: ['allowed', 'none'] }) corrections: string;
  @ApiPropertyOptional({ type: Number, description: 'Left out where contacts need no verification' })
  contact_verification_days?: number;
  @ApiPropertyOptional({ type: Number, description: 'Left out where no meetings are agreed' })
  meetings_days?: number;
  @ApiPropertyOptional(TERMS_CLAUSES_SCHEMA) clauses?: TermsClauses;
  @ApiPropertyOptional({ type: [OtherClauseDto], description: 'By number and language' })
  other_clauses?: OtherClauseDto[];
  @ApiProperty({ type: [CanonicalGrant], description: 'By direction; every list is sorted' })
  grants: CanonicalGrant[];
}

export class PaperDescriptionView extends OmitType(DescriptionView, [
  'described_by',
  'described_at',
] as const) {}

export class TextHashView extends PickType(TextView, ['language', 'sha256'] as const) {}

/** Terms as one installation gives them to another to compare. */
export class CanonicalTerms {
  @ApiProperty({ enum: ['agreement-terms/1'] }) accord: 'agreement-terms/1';
  @ApiProperty() title: string;
  @ApiProperty() terms_version: number;
  @ApiProperty({ description: 'SHA-256, in hex' }) canonical_sha256: string;
  @ApiProperty({ description: 'What the hash covers', example: COVERS }) covers: string;
  @ApiPropertyOptional({ type: PaperDescriptionView }) description?: PaperDescriptionView;
  @ApiPropertyOptional({ type: [TextHashView], description: 'Of the text in each language that is attached' })
  texts?: TextHashView[];
  @ApiProperty({ type: CanonicalContent }) content: CanonicalContent;
}

import { ApiProperty, ApiPropertyOptional, getSchemaPath, OmitType } from '@nestjs/swagger';
import {
  AMBER_REACHES,
  CHANNELS,
  type GrantObligations,
  NEEDS,
  NEXUSES,
  PAP_LEVELS,
  PERSONAL_DATA,
  SOURCE_ATTRIBUTION,
  THIRD_PARTY_CONTENT,
  TLP_LABELS,
  VICTIM_IDENTITY,
  type WithinTime,
} from '../disclosure';
import { ApprovalDto } from './approval.dto';
import { EmergencyReleaseDto } from './emergency-release.dto';
import type { ApprovalTerm, EmergencyTerm, ProductTypes, SeverityBounds } from './rules/terms-content';
import { type GrantClauses } from './rules/claused-terms';
import { GRANT_CLAUSES_SCHEMA } from './clauses.dto';
import { ProductTypesDto } from './product-types.dto';
import { ObligationsDto } from './obligations.dto';
import { SeverityBoundsDto } from './severity-bounds.dto';
import { GrantDto } from './terms.dto';
import { WithinTimeDto } from './within-time.dto';

/** A grant as it is read, every term said. */
export class GrantView extends OmitType(GrantDto, [
  'severity',
  'nexus',
  'pap_ceiling',
  'channels',
  'victim_identity',
  'source_attribution',
  'personal_data',
  'third_party_content',
  'product_types',
  'default_label',
  'respond_within',
  'need',
  'amber_reach',
  'obligations',
  'clauses',
  'release_approval',
  'emergency_release',
] as const) {
  @ApiPropertyOptional(GRANT_CLAUSES_SCHEMA) clauses?: GrantClauses;
  @ApiProperty({
    oneOf: [{ type: 'string', enum: ['any'] }, { $ref: getSchemaPath(SeverityBoundsDto) }],
    description: 'Bounds of the normalised severity, both included, or `any`',
  })
  severity: 'any' | SeverityBounds;
  @ApiProperty({ enum: NEXUSES, description: 'Whose country an item has to affect' }) nexus: string;
  @ApiProperty({ enum: ['any', ...PAP_LEVELS], description: 'The narrowest PAP that may go' })
  pap_ceiling: string;
  @ApiProperty({
    oneOf: [
      { type: 'string', enum: ['any'] },
      { type: 'array', items: { type: 'string', enum: [...CHANNELS] } },
    ],
    description: 'By which channels it may leave',
  })
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
    oneOf: [{ type: 'string', enum: ['any'] }, { $ref: getSchemaPath(ProductTypesDto) }],
    description: 'Which kinds of product may go',
  })
  product_types: 'any' | ProductTypes;
  @ApiProperty({ enum: ['none', ...TLP_LABELS], description: 'Under which label it is filed without one' })
  default_label: string;
  @ApiPropertyOptional({
    type: WithinTimeDto,
    description:
      'Within which time this side answers what the recipient asks for; left out where none is promised',
  })
  respond_within?: WithinTime;
  @ApiProperty({ enum: NEEDS, description: 'Whether it lets go what nobody asked for' }) need: string;
  @ApiProperty({
    oneOf: [
      { type: 'string', enum: [...AMBER_REACHES] },
      { type: 'array', items: { type: 'string' } },
    ],
    description: 'How far AMBER reaches below the recipient; a list holds handles of constituents',
  })
  amber_reach: string | string[];
  @ApiPropertyOptional({
    type: [ApprovalDto],
    description: 'Who has to approve what; left out where it is not said',
  })
  release_approval?: ApprovalTerm[];
  @ApiPropertyOptional({
    type: EmergencyReleaseDto,
    description: 'What one person may release alone in an emergency; left out where nothing',
  })
  emergency_release?: EmergencyTerm;
  @ApiProperty({ type: ObligationsDto, description: 'What the recipient is obliged to, beyond the marking' })
  obligations: GrantObligations;
  @ApiProperty({ description: 'The same as a sentence' }) in_words: string;
}

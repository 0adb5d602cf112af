import { ApiProperty, IntersectionType, OmitType, PartialType, PickType } from '@nestjs/swagger';
import { GrantView } from '../agreement-view';
import { KINDS, ROLES } from '../agreements.dto';
import { ApiInstant } from '../instant';
import { COVERS } from './document';

export class CanonicalParty {
  @ApiProperty({ description: 'Handle' }) organization: string;
  @ApiProperty({ enum: ROLES, isArray: true }) roles: string[];
}

/** Left out where they say nothing. */
const UNLESS_SAID = ['third_party_content', 'product_types', 'default_label'] as const;

export class CanonicalGrant extends IntersectionType(
  OmitType(GrantView, ['in_words', ...UNLESS_SAID] as const),
  PartialType(PickType(GrantView, UNLESS_SAID)),
) {}

export class CanonicalContent {
  @ApiProperty({ enum: ['terms/1'] }) accord: 'terms/1';
  @ApiProperty({ description: 'Reference', example: 'PK-CN-2026' }) agreement: string;
  @ApiProperty({ enum: KINDS }) kind: string;
  @ApiProperty({ type: [CanonicalParty], description: 'By handle' }) parties: CanonicalParty[];
  @ApiInstant(true) expires_at: string | null;
  @ApiProperty({ enum: ['allowed', 'none'] }) corrections: string;
  @ApiProperty({ type: [CanonicalGrant], description: 'By direction; every list is sorted' })
  grants: CanonicalGrant[];
}

/** Terms as one installation gives them to another to compare. */
export class CanonicalTerms {
  @ApiProperty({ enum: ['agreement-terms/1'] }) accord: 'agreement-terms/1';
  @ApiProperty() title: string;
  @ApiProperty() terms_version: number;
  @ApiProperty({ description: 'SHA-256, in hex' }) canonical_sha256: string;
  @ApiProperty({ description: 'What the hash covers', example: COVERS }) covers: string;
  @ApiProperty({ type: CanonicalContent }) content: CanonicalContent;
}

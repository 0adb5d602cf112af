import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsObjectList, IsPlainObject } from './input-checks';
import { IsInstant } from './instant';
import type { PartyRole } from './rules/agreement';
import type { Statement } from './rules/standing';
import { Composed, IfGiven, TermsDto } from './terms.dto';

export const ACCEPTED_KINDS = [
  'mou',
  'treaty',
  'community_membership',
  'host_or_capacity_agreement',
] as const;
/** Children of an instrument are named here so that they are refused by name. */
export const KINDS = [...ACCEPTED_KINDS, 'implementing_annex', 'sop', 'case_arrangement'] as const;
export const ROLES: readonly PartyRole[] = ['signatory', 'operating_cert', 'approving_authority', 'observer'];
export const STATEMENTS: readonly Statement[] = [
  'draft',
  'submitted',
  'approved',
  'signed',
  'in_force',
  'suspended',
  'notice_given',
  'ended',
  'expired',
];
export const DEFAULT_LIMIT = 50;

export class PartyDto {
  @ApiProperty({ description: 'Handle of the organization', example: 'moitt' })
  @IsString()
  @Length(2, 40)
  organization: string;

  @ApiProperty({ enum: ROLES, isArray: true, minItems: 1 })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles: PartyRole[];
}

export class DraftBody {
  @ApiProperty({
    example: 'PK-CN-2026',
    description: 'Begins with the country of the organization that drafts (its handle if it has none)',
  })
  @Matches(/^[A-Z0-9][A-Z0-9-]{2,59}$/, {
    message: 'reference must be 3 to 60 capital letters, digits and hyphens',
  })
  reference: string;

  @ApiProperty({ maxLength: 300 })
  @Composed()
  @IsString()
  @Length(1, 300)
  @Matches(/\S/, { message: 'title must not be blank' })
  title: string;

  @ApiProperty({ enum: ACCEPTED_KINDS })
  @IsIn(KINDS)
  kind: string;

  @ApiProperty({ type: [PartyDto] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(40)
  @IsObjectList()
  @ValidateNested({ each: true })
  @Type(() => PartyDto)
  parties: PartyDto[];

  @ApiProperty({ type: TermsDto, description: 'Terms version 1' })
  @IsPlainObject()
  @ValidateNested()
  @Type(() => TermsDto)
  terms: TermsDto;
}

/** What may accompany any fact. */
export class FactBody {
  @ApiPropertyOptional({ maxLength: 2000 })
  @IfGiven()
  @Composed()
  @IsString()
  @Length(3, 2000)
  reason?: string;

  @ApiPropertyOptional({ description: 'SHA-256 of the evidence, in hex' })
  @IfGiven()
  @Matches(/^[0-9a-f]{64}$/, { message: 'evidence_sha256 must be a SHA-256 in lower-case hex' })
  evidence_sha256?: string;
}

/** Approval or signature: one's own, or another party's of the same country, then with evidence and a second person. */
export class ConsentBody extends FactBody {
  @ApiPropertyOptional({ description: 'Handle of the party; by default one’s own organization' })
  @IfGiven()
  @IsString()
  @Length(2, 40)
  party?: string;

  @ApiPropertyOptional({ description: 'When it happened; by default now', type: String, format: 'date-time' })
  @IfGiven()
  @IsInstant()
  effective_at?: string;

  @ApiPropertyOptional({ example: 'Federal Cabinet of Pakistan' })
  @IfGiven()
  @Composed()
  @IsString()
  @Length(2, 200)
  @Matches(/\S/, { message: 'on_behalf_of must not be blank' })
  on_behalf_of?: string;
}

export class EntryIntoForceBody extends FactBody {
  @ApiPropertyOptional({
    description: 'Now, which is the default, or later',
    type: String,
    format: 'date-time',
  })
  @IfGiven()
  @IsInstant()
  effective_at?: string;
}

export class NoticeBody extends FactBody {
  @ApiProperty({ description: 'When the agreement ends', type: String, format: 'date-time' })
  @IsInstant()
  effective_at: string;
}

export class EndBody extends EntryIntoForceBody {
  @ApiProperty({ maxLength: 2000 })
  @Composed()
  @IsString()
  @Length(3, 2000)
  declare reason: string;
}

export class ListAgreementsQuery {
  @ApiPropertyOptional({ enum: KINDS })
  @IfGiven()
  @IsIn(KINDS)
  kind?: string;

  @ApiPropertyOptional({ enum: STATEMENTS, description: 'What is true of the agreement now' })
  @IfGiven()
  @IsIn(STATEMENTS)
  state?: Statement;

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: DEFAULT_LIMIT })
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  @ApiPropertyOptional()
  @IfGiven()
  @IsString()
  @IsNotEmpty()
  cursor?: string;
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObjectList } from '../platform/is-object-list';
import { IfGiven } from '../platform/if-given';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { CHILD_KINDS } from '../disclosure';
import { PageQuery } from '../platform/paging';
import { SearchWords } from '../platform/search-words';
import { ROLES } from './clauses.dto';
import { SupersedesDto } from './succession/succession.dto';
import { Composed } from './composed';
import { DescriptionDto } from './description/description.dto';
import { IsPlainObject } from './input-checks';
import type { PartyRole } from './rules/agreement';
import type { Statement } from './rules/standing';
import { TermsDto } from './terms.dto';

export const KINDS = [
  'mou',
  'treaty',
  'community_membership',
  'host_or_capacity_agreement',
  ...CHILD_KINDS,
] as const;
export const STATEMENTS: readonly Statement[] = [
  'draft',
  'submitted',
  'approved',
  'signed',
  'rejected',
  'withdrawn',
  'in_force',
  'suspended',
  'notice_given',
  'ended',
  'expired',
  'superseded',
];

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

  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind: string;

  @ApiPropertyOptional({
    example: 'PK-CN-2026',
    description:
      'Of an implementing annex, an operating procedure or a case arrangement: the reference of what it stands below. Its terms narrow or fill in the terms of that which are in force, or signed by all; what a grant leaves out is as it is there',
  })
  @IfGiven()
  @IsString()
  @Length(3, 60)
  parent?: string;

  @ApiProperty({ type: [PartyDto] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(40)
  @IsObjectList()
  @ValidateNested({ each: true })
  @Type(() => PartyDto)
  parties: PartyDto[];

  @ApiPropertyOptional({
    type: SupersedesDto,
    description: 'The earlier agreement in place of which this one comes',
  })
  @IfGiven()
  @IsPlainObject()
  @ValidateNested()
  @Type(() => SupersedesDto)
  supersedes?: SupersedesDto;

  @ApiPropertyOptional({ type: DescriptionDto })
  @IfGiven()
  @IsPlainObject()
  @ValidateNested()
  @Type(() => DescriptionDto)
  description?: DescriptionDto;

  @ApiProperty({ type: TermsDto, description: 'Terms version 1' })
  @IsPlainObject()
  @ValidateNested()
  @Type(() => TermsDto)
  terms: TermsDto;
}

export class ProposalBody extends TermsDto {
  @ApiPropertyOptional({
    type: [PartyDto],
    description:
      'Who joins the agreement with these terms. They sign or approve these and later terms, read none that went before, and are party to the agreement once these are in force',
  })
  @IfGiven()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(40)
  @IsObjectList()
  @ValidateNested({ each: true })
  @Type(() => PartyDto)
  joining?: PartyDto[];
}

export class ListAgreementsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: KINDS })
  @IfGiven()
  @IsIn(KINDS)
  kind?: string;

  @ApiPropertyOptional({ enum: STATEMENTS, description: 'What is true of the agreement now' })
  @IfGiven()
  @IsIn(STATEMENTS)
  state?: Statement;

  @SearchWords('reference and title')
  text?: string;
}

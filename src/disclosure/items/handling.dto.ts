import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsISO31661Alpha2,
  IsObject,
  IsOptional,
  IsUUID,
  Matches,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsInstant } from '../../platform/instant';
import {
  INFORMATION_TYPES,
  type InformationType,
  isCategory,
  type Pap,
  PAP_LEVELS,
  PRODUCT_TYPES,
  type ProductType,
  SECTORS,
  SEVERITIES,
  type Severity,
  TLP_LABELS,
  type Tlp,
} from '../rules/vocabulary';

const IsCategory = () =>
  ValidateBy(
    {
      name: 'category',
      validator: {
        validate: isCategory,
        defaultMessage: () =>
          'must hold RSIT 1.3 codes as class/type, or codes of national schemes as cn:scheme#code',
      },
    },
    { each: true },
  );

const HANDLE = /^[a-z][a-z0-9-]{1,39}$/;

/** Who besides the owner may get the item, as far as the terms of agreements admit. Empty is nobody. */
export class AudienceInput {
  @ApiProperty({
    description:
      '`partners`: any team whose agreement admits the item. A list: these teams only. An empty list: nobody.',
    oneOf: [
      { type: 'string', enum: ['partners'] },
      { type: 'array', items: { type: 'string' } },
    ],
  })
  @ValidateIf(({ include }: AudienceInput) => include !== 'partners')
  @IsArray({ message: 'must be `partners` or a list of handles' })
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(HANDLE, { each: true, message: 'must hold handles of organizations' })
  include: 'partners' | string[];

  @ApiPropertyOptional({ type: [String], description: 'Teams that never get it' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(HANDLE, { each: true, message: 'must hold handles of organizations' })
  exclude?: string[];
}

/**
 * How an item may be handled. Each part that is left out stays as it was; a new item begins unlabelled, with nobody
 * as its audience. What tells of victims, sources and persons is tagged on parts.
 */
export class HandlingInput {
  @ApiPropertyOptional({ enum: TLP_LABELS })
  @IsOptional()
  @IsIn(TLP_LABELS)
  tlp?: Tlp;

  @ApiPropertyOptional({ enum: INFORMATION_TYPES })
  @IsOptional()
  @IsIn(INFORMATION_TYPES)
  information_type?: InformationType;

  @ApiPropertyOptional({
    type: [String],
    description:
      'RSIT codes as class/type, and codes of national schemes as `cn:scheme#code`, kept as they are',
    example: ['fraud/phishing', 'cn:GB/T 20986-2023#MI'],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsCategory()
  categories?: string[];

  @ApiPropertyOptional({
    enum: PRODUCT_TYPES,
    isArray: true,
    description: 'What kinds of product it is; terms may let go some of them alone',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(PRODUCT_TYPES.length)
  @ArrayUnique()
  @IsIn(PRODUCT_TYPES, { each: true })
  product_types?: ProductType[];

  @ApiPropertyOptional({ enum: SECTORS, isArray: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(SECTORS.length)
  @ArrayUnique()
  @IsIn(SECTORS, { each: true })
  sectors?: string[];

  @ApiPropertyOptional({ enum: SEVERITIES })
  @IsOptional()
  @IsIn(SEVERITIES)
  severity?: Severity;

  @ApiPropertyOptional({
    type: [String],
    maxItems: 50,
    example: ['PK'],
    description: 'Countries that it affects, as two letters (ISO 3166-1); terms may ask whom it concerns',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsISO31661Alpha2({ each: true, message: 'must hold country codes of two letters (ISO 3166-1)' })
  @Matches(/^[A-Z]{2}$/, { each: true, message: 'must hold country codes of two capital letters' })
  nexus?: string[];

  @ApiPropertyOptional({
    enum: PAP_LEVELS,
    nullable: true,
    description: 'What whoever receives it may do with it (Permissible Actions Protocol); null says nothing',
  })
  @IsOptional()
  @IsIn(PAP_LEVELS)
  pap?: Pap | null;

  @ApiPropertyOptional({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'Nothing leaves before, existence included; null lifts it',
  })
  @IsOptional()
  @IsInstant()
  embargo_until?: string | null;

  @ApiPropertyOptional({ type: AudienceInput })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => AudienceInput)
  audience?: AudienceInput;

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    maxItems: 20,
    description:
      'Of TLP:RED alone: accounts of the duty officers who get it, as `/api/v1/duty-officers` lists them. Each gets it as long as your organization holds her verified.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique((one: unknown) => (typeof one === 'string' ? one.toLowerCase() : one), {
    message: 'named_persons must name each person once',
  })
  @IsUUID(undefined, { each: true })
  named_persons?: string[];
}

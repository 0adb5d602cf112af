import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObjectList } from '../platform/is-object-list';
import { IfGiven } from '../platform/if-given';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, Max, Min, ValidateIf, ValidateNested } from 'class-validator';
import { INFORMATION_TYPES, type Tlp, TLP_LABELS } from '../disclosure';
import { Line } from '../organizations';
import { IsAnyOrTypes, IsCountries, IsDay, SaysPublic } from './fields';

export const DIRECTIONS = ['sending', 'receiving'] as const;
const MOST_RESTRICTIONS = 50;
const LONGEST_CLAUSE = 200;
const LONGEST_LAW = 500;

const anyOrTypes = {
  oneOf: [
    { type: 'string' as const, enum: ['any'] },
    { type: 'array' as const, items: { type: 'string' as const, enum: [...INFORMATION_TYPES] }, minItems: 1 },
  ],
  example: ['vulnerability_unpublished'],
};
const abroadOrCountries = {
  oneOf: [
    { type: 'string' as const, enum: ['abroad'] },
    { type: 'array' as const, items: { type: 'string' as const, pattern: '^[A-Z]{2}$' }, minItems: 1 },
  ],
  example: 'abroad',
};

/** Something that the law withholds. There is no way to say what it lets go. */
export class RestrictionDto {
  @ApiProperty({
    minLength: 1,
    maxLength: LONGEST_CLAUSE,
    example: '§ 12(2)',
    description: 'Where the law says it',
  })
  @Line(LONGEST_CLAUSE)
  clause: string;

  @ApiProperty({
    enum: DIRECTIONS,
    description: 'Of what your organization sends, or of what it may receive',
  })
  @IsIn(DIRECTIONS)
  direction: (typeof DIRECTIONS)[number];

  @ApiProperty({ ...anyOrTypes, description: 'What it is about' })
  @IsAnyOrTypes()
  information_types: 'any' | string[];

  @ApiPropertyOptional({
    enum: TLP_LABELS,
    description: 'The marking from which on it holds; by default every one',
  })
  @IfGiven()
  @IsIn(TLP_LABELS)
  least_tlp?: Tlp;

  @ApiPropertyOptional({
    ...abroadOrCountries,
    description:
      'Whereto, or where from: `abroad`, or countries by ISO 3166-1 alpha-2. Only what bars public release alone leaves it out. A team of which no country is known is abroad, and on every list',
  })
  @ValidateIf(({ public: bars }: RestrictionDto, value) => value !== undefined || bars !== true)
  @IsCountries()
  countries?: 'abroad' | string[];

  @ApiPropertyOptional({
    type: Boolean,
    description:
      'Whether it bars release to the public as well: to be said of what is sent, and of nothing else',
  })
  @SaysPublic()
  public?: boolean;
}

/** A version of the national overlay: all that the law withholds, in place of the former. */
export class OverlayBody {
  @ApiProperty({
    minimum: 0,
    maximum: 2_147_483_647,
    description: 'The number of the last version; 0 where there is none',
  })
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  base: number;

  @ApiProperty({ minLength: 1, maxLength: LONGEST_LAW, example: 'Cyber Security Act 2024 (invented)' })
  @Line(LONGEST_LAW)
  law: string;

  @ApiPropertyOptional({
    minLength: 1,
    maxLength: LONGEST_LAW,
    example: 'https://law.example/2024/12',
    description: 'Where the text of the law stands: an address, a gazette',
  })
  @IfGiven()
  @Line(LONGEST_LAW)
  source?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    example: '2024-07-01',
    description:
      'Since when the law has been in force in your country. It is told and weighs nothing: a version counts from when it is recorded or confirmed, never before',
  })
  @IfGiven()
  @IsDay()
  effective_on?: string;

  @ApiProperty({
    type: [RestrictionDto],
    maxItems: MOST_RESTRICTIONS,
    description: 'None: the law withholds nothing',
  })
  @IsArray()
  @ArrayMaxSize(MOST_RESTRICTIONS)
  @IsObjectList()
  @ValidateNested({ each: true })
  @Type(() => RestrictionDto)
  restrictions: RestrictionDto[];
}

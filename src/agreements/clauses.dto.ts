import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  buildMessage,
  IsArray,
  IsIn,
  IsString,
  Length,
  Matches,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { IfGiven } from '../platform/if-given';
import { IsObjectList } from '../platform/is-object-list';
import { Composed, ComposedTexts } from './composed';
import { IsLanguageTag } from './language-tag';
import type { PartyRole } from './rules/agreement';
import { GRANT_CLAUSES, type GrantClauses, TERMS_CLAUSES, type TermsClauses } from './rules/claused-terms';

export const BINDING = ['binding', 'non_binding'] as const;
export const ROLES: readonly PartyRole[] = [
  'signatory',
  'operating_cert',
  'approving_authority',
  'observer',
  'depositary',
];

const areClauses = (terms: readonly string[]) => (value: unknown) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const said = Object.entries(value);
  return (
    said.length > 0 &&
    said.every(
      ([term, clause]) =>
        terms.includes(term) && typeof clause === 'string' && clause.length <= 100 && /\S/.test(clause),
    )
  );
};

/** The clause behind each of these terms, where it is named. */
const IsClausesOf = (terms: readonly string[]) =>
  ValidateBy({
    name: 'isClauses',
    validator: {
      validate: areClauses(terms),
      defaultMessage: buildMessage(
        (each) =>
          `${each}$property must name the clause, in 1 to 100 characters, of one or more of ${terms.join(', ')}`,
      ),
    },
  });

const clausesOf = (terms: readonly string[], description: string) => ({
  type: 'object' as const,
  properties: Object.fromEntries(
    terms.map((term) => [term, { type: 'string' as const, minLength: 1, maxLength: 100 }]),
  ),
  additionalProperties: false,
  minProperties: 1,
  description,
});
export const GRANT_CLAUSES_SCHEMA = clausesOf(
  GRANT_CLAUSES,
  'The clause of the signed text behind each term that has another than `clause`',
);
export const TERMS_CLAUSES_SCHEMA = clausesOf(
  TERMS_CLAUSES,
  'The clause of the signed text behind what is said of the whole',
);

/** A clause of the text that no machine enforces. */
export class OtherClauseDto {
  @ApiProperty({ maxLength: 100, example: 'Art. 9(2)' })
  @Composed()
  @IsString()
  @Length(1, 100)
  @Matches(/\S/, { message: 'number must not be blank' })
  number: string;

  @ApiPropertyOptional({ description: 'Of heading and text (BCP 47)', example: 'en' })
  @IfGiven()
  @IsLanguageTag()
  language?: string;

  @ApiProperty({ maxLength: 300, example: 'Joint committee' })
  @Composed()
  @IsString()
  @Length(1, 300)
  @Matches(/\S/, { message: 'heading must not be blank' })
  heading: string;

  @ApiPropertyOptional({ maxLength: 10_000 })
  @IfGiven()
  @Composed()
  @IsString()
  @Length(1, 10_000)
  @Matches(/\S/, { message: 'text must not be blank' })
  text?: string;

  @ApiPropertyOptional({ enum: ROLES, description: 'Who looks after it: all parties in this role' })
  @IfGiven()
  @IsIn(ROLES)
  owner_role?: PartyRole;

  @ApiPropertyOptional({ description: 'Or one party, by its handle' })
  @IfGiven()
  @IsString()
  @Length(2, 40)
  owner?: string;

  @ApiPropertyOptional({ enum: BINDING, description: 'Where it differs from the agreement' })
  @IfGiven()
  @IsIn(BINDING)
  binding?: (typeof BINDING)[number];
}

/** Grants that name the clause behind a term. */
export class ClausedGrant {
  @ApiPropertyOptional(GRANT_CLAUSES_SCHEMA)
  @IfGiven()
  @ComposedTexts()
  @IsClausesOf(GRANT_CLAUSES)
  clauses?: GrantClauses;
}

/** Terms that name the clauses behind what they say of the whole, and those that nothing enforces. */
export class ClausedTerms {
  @ApiPropertyOptional(TERMS_CLAUSES_SCHEMA)
  @IfGiven()
  @ComposedTexts()
  @IsClausesOf(TERMS_CLAUSES)
  clauses?: TermsClauses;

  @ApiPropertyOptional({ type: [OtherClauseDto], description: 'The clauses that no machine enforces' })
  @IfGiven()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @IsObjectList()
  @ArrayUnique((one: OtherClauseDto | undefined) => `${one?.number} ${one?.language ?? ''}`, {
    message: 'other_clauses must name each number once in a language',
  })
  @ValidateNested({ each: true })
  @Type(() => OtherClauseDto)
  other_clauses?: OtherClauseDto[];
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  buildMessage,
  IsArray,
  IsIn,
  IsISO31661Alpha2,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import {
  type AccessTerm,
  AFFECTED_PARTY_NOTICE,
  type AffectedPartyNotice,
  ENCRYPTION,
  type Encryption,
  type MappedLevel,
  type MarkingText,
  PERMITTED_ACTIONS,
  type PermittedActions,
  type Tlp,
  TLP_LABELS,
} from '../disclosure';
import { IfGiven } from '../platform/if-given';
import { IsObjectList } from '../platform/is-object-list';
import { Text } from '../platform/text';
import { IsPlainObject } from './input-checks';
import { IsLanguageTag } from './language-tag';

/** Controls, ends of lines, and what turns the direction of what stands around it: nothing of that is printed. */
const UNPRINTED = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u;
const IsPrintedLine = () =>
  ValidateBy({
    name: 'line',
    validator: {
      validate: (value) => typeof value === 'string' && !UNPRINTED.test(value),
      defaultMessage: buildMessage(
        (each) => `${each}$property must be one line without controls, those of direction included`,
      ),
    },
  });

export class MarkingTextDto implements MarkingText {
  @ApiProperty({ description: 'BCP 47', example: 'ur', maxLength: 35 })
  @IsLanguageTag()
  language: string;

  @ApiProperty({ minLength: 1, maxLength: 500, description: 'One line, printed as it stands' })
  @Text(1, 500)
  @IsPrintedLine()
  text: string;
}

export class MappedLevelDto implements MappedLevel {
  @ApiProperty({ enum: TLP_LABELS, description: 'Each label once' })
  @IsIn(TLP_LABELS)
  label: Tlp;

  @ApiProperty({
    minLength: 1,
    maxLength: 100,
    example: 'Restricted',
    description: 'The level of the recipient’s national scheme as it stands there; each once',
  })
  @Text(1, 100)
  @IsPrintedLine()
  level: string;
}

const SAID = { enum: [true], type: Boolean };
const isSaid = () => IsIn([true], { message: '$property must be true, or left out' });

/** Something has to be said: an empty object asks for nothing. */
const IsAccess = () =>
  ValidateBy({
    name: 'isFilled',
    validator: {
      validate: (value) =>
        typeof value === 'object' &&
        value !== null &&
        Object.values(value as object).some((one) => one !== undefined),
      defaultMessage: buildMessage((each) => `${each}$property must ask for something`),
    },
  });

export class AccessDto implements AccessTerm {
  @ApiPropertyOptional({ ...SAID, description: 'Only who needs to know' })
  @IfGiven()
  @isSaid()
  need_to_know?: true;

  @ApiPropertyOptional({ ...SAID, description: 'Only persons of whom the recipient keeps a list' })
  @IfGiven()
  @isSaid()
  named_persons?: true;

  @ApiPropertyOptional({
    type: [String],
    minItems: 1,
    description: 'Only citizens of these countries, as two letters (ISO 3166-1)',
  })
  @IfGiven()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsISO31661Alpha2({ each: true, message: '$property must hold country codes of two letters (ISO 3166-1)' })
  nationality?: string[];

  @ApiPropertyOptional({ ...SAID, description: 'Contractors are bound to these terms first' })
  @IfGiven()
  @isSaid()
  contractors_bound?: true;
}

/** How what is disclosed is handled. What is left out obliges to nothing. */
export class HandlingTermsDto {
  @ApiPropertyOptional({
    type: [MarkingTextDto],
    minItems: 1,
    maxItems: 10,
    description: 'Texts that stand on every document, one for each language',
  })
  @IfGiven()
  @IsObjectList()
  @ArrayNotEmpty()
  @ArrayMaxSize(10)
  @ArrayUnique((one: MarkingTextDto | null) => one?.language, {
    message: '$property must not have two texts in one language',
  })
  @ValidateNested({ each: true })
  @Type(() => MarkingTextDto)
  marking?: MarkingTextDto[];

  @ApiPropertyOptional({
    enum: ENCRYPTION,
    description:
      'With `must` it goes by no channel that is not known to be encrypted: not by voice, unless it is said that the line was',
  })
  @IfGiven()
  @IsIn(ENCRYPTION)
  encryption_in_transit?: Encryption;

  @ApiPropertyOptional({
    enum: ENCRYPTION,
    description: 'Whether it is kept encrypted where the recipient has it',
  })
  @IfGiven()
  @IsIn(ENCRYPTION)
  encryption_at_rest?: Encryption;

  @ApiPropertyOptional({
    enum: PERMITTED_ACTIONS,
    description: 'What the recipient may do with it at the most (FIRST IEP 2.0)',
  })
  @IfGiven()
  @IsIn(PERMITTED_ACTIONS)
  permitted_actions?: PermittedActions;

  @ApiPropertyOptional({
    enum: AFFECTED_PARTY_NOTICE,
    description: 'Whether the recipient may tell whom it affects',
  })
  @IfGiven()
  @IsIn(AFFECTED_PARTY_NOTICE)
  affected_party_notice?: AffectedPartyNotice;

  @ApiPropertyOptional({ type: AccessDto, description: 'Who of the recipient may have it' })
  @IfGiven()
  @IsPlainObject()
  @IsAccess()
  @ValidateNested()
  @Type(() => AccessDto)
  access?: AccessDto;

  @ApiPropertyOptional({
    type: [MappedLevelDto],
    minItems: 1,
    maxItems: TLP_LABELS.length,
    description:
      'At which level of its national scheme the recipient holds a label; a label without one, at that of the next stricter one',
  })
  @IfGiven()
  @IsObjectList()
  @ArrayNotEmpty()
  @ArrayMaxSize(TLP_LABELS.length)
  @ArrayUnique((one: MappedLevelDto | null) => one?.label, {
    message: '$property must not have a label twice',
  })
  @ArrayUnique((one: MappedLevelDto | null) => one?.level, {
    message: '$property must not have a level twice',
  })
  @ValidateNested({ each: true })
  @Type(() => MappedLevelDto)
  classification_map?: MappedLevelDto[];
}

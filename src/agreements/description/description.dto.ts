import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsString,
  Length,
  Matches,
} from 'class-validator';
import { TLP_LABELS } from '../../disclosure';
import { IfGiven } from '../../platform/if-given';
import { BINDING } from '../clauses.dto';
import { Composed } from '../composed';
import { IsLanguageTag } from '../language-tag';

/** What the paper says of itself. Nothing is enforced by it: terms are enforced either way. */
export class DescriptionDto {
  @ApiPropertyOptional({ enum: BINDING })
  @IfGiven()
  @IsIn(BINDING)
  binding?: (typeof BINDING)[number];

  @ApiPropertyOptional({
    type: [String],
    maxItems: 20,
    description: 'Languages in which the text is authentic (BCP 47)',
    example: ['en', 'ur', 'zh-Hans'],
  })
  @IfGiven()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsLanguageTag({ each: true })
  languages?: string[];

  @ApiPropertyOptional({ description: 'The one that decides where they differ; one of `languages`' })
  @IfGiven()
  @IsLanguageTag()
  prevailing_language?: string;

  @ApiPropertyOptional({ maxLength: 100, description: 'In the register of treaties or of the depositary' })
  @IfGiven()
  @Composed()
  @IsString()
  @Length(1, 100)
  @Matches(/\S/, { message: 'registry_number must not be blank' })
  registry_number?: string;

  @ApiPropertyOptional({ enum: TLP_LABELS, description: 'TLP label of the agreement itself' })
  @IfGiven()
  @IsIn(TLP_LABELS)
  classification?: string;
}

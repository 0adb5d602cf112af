import { ApiExtraModels, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { THIRD_PARTY_CONTENT, type ThirdPartyContent, type Tlp, TLP_LABELS } from '../disclosure';
import { IfGiven } from '../platform/if-given';
import { ClausedGrant } from './clauses.dto';
import { IsPlainObject, IsProductTypes } from './input-checks';
import { ProductTypesDto } from './product-types.dto';
import { WithinTimeDto } from './within-time.dto';

/** Terms of a grant that canonical content leaves out where they are not said. */
@ApiExtraModels(ProductTypesDto)
export class FurtherTermsDto extends ClausedGrant {
  @ApiPropertyOptional({
    enum: THIRD_PARTY_CONTENT,
    default: 'with_consent',
    description:
      'Content of another publisher: while its source consents; without asking, up to TLP:GREEN; or not at all',
  })
  @IfGiven()
  @IsIn(THIRD_PARTY_CONTENT)
  third_party_content?: ThirdPartyContent;

  @ApiPropertyOptional({
    oneOf: [{ type: 'string', enum: ['any'] }, { $ref: getSchemaPath(ProductTypesDto) }],
    default: 'any',
    description: 'Which kinds of product may go: these alone, or all but these',
  })
  @IfGiven()
  @IsProductTypes()
  product_types?: 'any' | ProductTypesDto;

  @ApiPropertyOptional({
    enum: ['none', ...TLP_LABELS],
    default: 'none',
    description: 'The label under which the recipient files what comes from this side without one',
  })
  @IfGiven()
  @IsIn(['none', ...TLP_LABELS])
  default_label?: 'none' | Tlp;

  @ApiPropertyOptional({
    type: WithinTimeDto,
    description:
      'Within which time this side answers or refuses what the recipient asks for: requests for information and for consent. Left out: no time is promised',
  })
  @IfGiven()
  @IsPlainObject()
  @ValidateNested()
  @Type(() => WithinTimeDto)
  respond_within?: WithinTimeDto;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 8760,
    description:
      'Every how many hours this side says how far it is with a request for information that is open and unanswered. Left out: no word is promised',
  })
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(8760)
  update_interval_hours?: number;
}

import { ApiPropertyOptional } from '@nestjs/swagger';
import { PRODUCT_TYPES } from '../disclosure';

/** One of the two: the kinds of product that may go, or those that may not. */
export class ProductTypesDto {
  @ApiPropertyOptional({ enum: PRODUCT_TYPES, isArray: true, minItems: 1, description: 'These alone' })
  include?: string[];

  @ApiPropertyOptional({ enum: PRODUCT_TYPES, isArray: true, minItems: 1, description: 'All but these' })
  exclude?: string[];
}

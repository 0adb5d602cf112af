import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, ValidateIf } from 'class-validator';
import { PageQuery } from '../../platform/paging';
import { NamedSummary } from '../feed.dto';
import { PERMITTED_PURPOSES, type Purpose } from '../rules/vocabulary';
import { PURPOSE } from '../stated-purpose';

/** Which page is asked for, and what for. */
export class NamedItemsQuery extends PageQuery {
  @ApiPropertyOptional(PURPOSE)
  @ValidateIf((_query, value) => value !== undefined)
  @IsIn(PERMITTED_PURPOSES)
  purpose?: Purpose;
}

/** What is shared with one person by name. */
export class NamedItemPage {
  @ApiProperty({
    type: [NamedSummary],
    description: 'The newest first, by the identifiers that they have for you alone',
  })
  items: NamedSummary[];
  @ApiProperty({ nullable: true, type: String, description: 'Cursor of the next page; null on the last' })
  next: string | null;
}

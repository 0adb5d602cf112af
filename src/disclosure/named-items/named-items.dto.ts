import { ApiProperty } from '@nestjs/swagger';
import { ItemSummary } from '../feed.dto';

/** What is shared with one person by name. */
export class NamedItemPage {
  @ApiProperty({
    type: [ItemSummary],
    description: 'The newest first, by the identifiers that they have for you alone',
  })
  items: ItemSummary[];
  @ApiProperty({ nullable: true, type: String, description: 'Cursor of the next page; null on the last' })
  next: string | null;
}

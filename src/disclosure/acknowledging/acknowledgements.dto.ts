import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../../platform/paging';
import type { Acknowledged } from './acknowledgements.store';

const MOST_AT_ONCE = 200;
export const OUTCOMES = ['acknowledged', 'already', 'unknown'] as const;
const SIDES = ['received', 'made'] as const;

export class AcknowledgeBody {
  @ApiProperty({
    type: [String],
    format: 'uuid',
    minItems: 1,
    maxItems: MOST_AT_ONCE,
    description: 'Items by the identifiers that they have for your team',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayUnique((one: unknown) => (typeof one === 'string' ? one.toLowerCase() : one), {
    message: 'items must name each item once',
  })
  @IsUUID(undefined, { each: true })
  items: string[];
}

export class AcknowledgedItem {
  @ApiProperty({ format: 'uuid' }) item: string;
  @ApiProperty({
    enum: OUTCOMES,
    description:
      '`already`: this version was acknowledged before. `unknown`: it never arrived, or is not there',
  })
  outcome: (typeof OUTCOMES)[number];
  @ApiProperty({ type: Number, nullable: true, description: 'The newest version that arrived' })
  version: number | null;
}

/** One outcome for each item, in their order; the three numbers add up to how many there were. */
export class AcknowledgementReport {
  @ApiProperty() acknowledged: number;
  @ApiProperty() already: number;
  @ApiProperty() unknown: number;
  @ApiProperty({ type: [AcknowledgedItem] }) results: AcknowledgedItem[];
}

export class ListAcknowledgementsQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: SIDES,
    default: 'received',
    description: '`received` for your items, or `made` by your team',
  })
  @IsOptional()
  @IsIn(SIDES)
  side?: (typeof SIDES)[number];

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'An item, by the identifier that it has for your team',
  })
  @IsOptional()
  @IsUUID()
  item?: string;
}

export class AcknowledgementView {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ description: 'Handle of the team that acknowledged' }) team: string;
  @ApiProperty({ description: 'Handle of the organization that shared' }) owner: string;
  @ApiProperty({ format: 'uuid', description: 'As your side knows the item' }) item: string;
  @ApiProperty({ description: 'The short reference that it has for your side' }) reference: string;
  @ApiProperty({ enum: ['advisory', 'incident'] }) type: 'advisory' | 'incident';
  @ApiProperty({ description: 'As your side counts' }) version: number;
  @ApiProperty({ format: 'uuid', nullable: true, type: String, description: 'Who, for the own side only' })
  account: string | null;
  @ApiProperty({ format: 'uuid', nullable: true, type: String, description: 'Or with which key, likewise' })
  api_key: string | null;
}

export class AcknowledgementPage {
  @ApiProperty({ type: [AcknowledgementView], description: 'The newest first' }) items: AcknowledgementView[];
  @ApiProperty({ nullable: true, type: String, description: 'Cursor of the next page; null on the last' })
  next: string | null;
}

export const presentAcknowledgement = ({
  id: _id,
  at,
  account_id,
  api_key_id,
  ...rest
}: Acknowledged): AcknowledgementView => ({
  ...rest,
  at: at.toISOString(),
  account: account_id,
  api_key: api_key_id,
});

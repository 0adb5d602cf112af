import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { PageQuery } from '../platform/paging';
import { WholeNumber } from '../platform/whole-number';
import {
  INFORMATION_TYPES,
  PAP_LEVELS,
  PERMITTED_PURPOSES,
  type Purpose,
  SEVERITIES,
  TLP_LABELS,
} from './rules/vocabulary';
import { PURPOSE } from './stated-purpose';

export class FeedQuery extends PageQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 1000, default: 100 })
  @IsOptional()
  @WholeNumber()
  @IsInt()
  @Min(1)
  @Max(1000)
  override limit: number = 100;

  @ApiPropertyOptional(PURPOSE)
  @IsOptional()
  @IsIn(PERMITTED_PURPOSES)
  purpose?: Purpose;
}

/** A document behind a summary, with the digest of its bytes. */
export class DocumentLink {
  @ApiProperty({ example: 'csaf' }) projection: string;
  @ApiProperty() href: string;
  @ApiProperty({ example: 'application/json' }) media_type: string;
  @ApiProperty() file_name: string;
  @ApiProperty({ description: 'SHA-256 of the document, in hex' }) sha256: string;
}

/** What lists and feeds show of an item. */
export class ItemSummary {
  @ApiProperty({ format: 'uuid', description: 'The identifier this item has for your team' }) id: string;
  @ApiProperty({
    example: 'PK-7QX4-M2F9-3',
    description: 'Short reference for the telephone; each team has another',
  })
  reference: string;
  @ApiProperty({ enum: ['advisory', 'incident'] }) type: string;
  @ApiProperty({ description: 'Version as your team knows it, counted from 1' }) version: number;
  @ApiProperty() title: string;
  @ApiProperty({ description: 'Handle of the organization it comes from' }) originator: string;
  @ApiProperty({ enum: TLP_LABELS }) tlp: string;
  @ApiProperty({ enum: INFORMATION_TYPES }) information_type: string;
  @ApiProperty({ type: [String], description: 'RSIT codes' }) categories: string[];
  @ApiProperty({ type: [String] }) sectors: string[];
  @ApiProperty({ enum: SEVERITIES, nullable: true, type: String }) severity: string | null;
  @ApiProperty({
    enum: PAP_LEVELS,
    nullable: true,
    type: String,
    description: 'What your team may do with it',
  })
  pap: string | null;
  @ApiProperty({ format: 'date-time' }) released_at: string;
  @ApiProperty({ type: [DocumentLink] }) documents: DocumentLink[];
}

/** One of the texts that terms have printed with what comes under them. */
export class PrintedText {
  @ApiProperty({ description: 'BCP 47', example: 'ur' }) language: string;
  @ApiProperty() text: string;
}

/** What terms have printed with the label of what comes under them. */
export class PrintedWith {
  @ApiPropertyOptional({
    type: [PrintedText],
    description: 'Texts that stand with the label, where the terms under which it came to you have any',
  })
  marking?: PrintedText[];
  @ApiPropertyOptional({
    description:
      'The level of your national scheme at which you hold it, where these terms map its label or a stricter one',
  })
  national_level?: string;
}

export class FeedEvent extends PrintedWith {
  @ApiProperty({ enum: ['added', 'updated', 'withdrawn', 'no_longer_shared', 'notice'] }) event: string;
  @ApiProperty({ format: 'date-time', description: 'When it entered your feed, to the microsecond' })
  at: string;
  @ApiPropertyOptional({ type: ItemSummary, description: 'For added and updated' }) item?: ItemSummary;
  @ApiPropertyOptional({ format: 'uuid', description: 'For withdrawn and no_longer_shared' }) id?: string;
  @ApiPropertyOptional({ enum: ['advisory', 'incident'] }) type?: string;
  @ApiPropertyOptional() originator?: string;
  @ApiPropertyOptional({ enum: ['sharing-paused', 'sharing-resumed', 'agreement-ended'] }) notice?: string;
  @ApiPropertyOptional({ description: 'For a notice: reference of the agreement it tells of' })
  agreement?: string;
  @ApiPropertyOptional({
    enum: INFORMATION_TYPES,
    isArray: true,
    description: 'For the notice sharing-paused: of what is of these alone; without it, of everything',
  })
  information_types?: string[];
}

export class FeedPage {
  @ApiProperty({ type: [FeedEvent] }) items: FeedEvent[];
  @ApiProperty({ description: 'Whether more can be had at once' }) more: boolean;
  @ApiProperty({ description: 'Cursor for the next pull; always given' }) next: string;
}

export class ListedSummary extends IntersectionType(ItemSummary, PrintedWith) {
  @ApiProperty({
    format: 'date-time',
    description: 'When this version came in for your team, to the microsecond',
  })
  released_to_you: string;
}

/** A page of what others share; `scope` tells it from a page of one's own. */
export class SummaryPage {
  @ApiProperty({ enum: ['received'] }) scope: 'received';
  @ApiProperty({ type: [ListedSummary], description: 'With `fields`, only the properties asked for' })
  items: ListedSummary[];
  @ApiProperty({ nullable: true, type: String, description: 'Cursor of the next page; null on the last' })
  next: string | null;
}

/** A summary of what is shared with one person by name. */
export class NamedSummary extends IntersectionType(ItemSummary, PrintedWith) {}

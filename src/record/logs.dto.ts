import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import { IfGiven } from '../platform/if-given';
import { IsInstant } from '../platform/instant';
import { PageQuery } from '../platform/paging';
import { ENTRY_KINDS, type EntryKind } from './entry-kinds';

const HANDLE = /^[a-z][a-z0-9-]{1,39}$/;
const HANDLE_FAULT = { message: 'must be the handle of an organization' };

/** What of a log is exported. The time range is half open: `from` is in, `to` is not. */
export class ExportQuery {
  @ApiPropertyOptional({ enum: ['csv', 'jsonl'], default: 'jsonl' })
  @IsOptional()
  @IsIn(['csv', 'jsonl'])
  format: 'csv' | 'jsonl' = 'jsonl';

  @ApiPropertyOptional({ description: 'Handle: entries that this organization gave, received or made' })
  @IsOptional()
  @IsString()
  @Matches(HANDLE, HANDLE_FAULT)
  organization?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'An item, by an identifier that you know it by' })
  @IsOptional()
  @IsUUID()
  item?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsInstant()
  from?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsInstant()
  to?: string;
}

/** A log that the reader's organization is a party of. */
export class Log {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['relationship', 'house'] }) kind: string;
  @ApiProperty({ type: [String], description: 'Handles of its parties' }) parties: string[];
  @ApiProperty({ nullable: true, type: String, description: 'Reference of the agreement' }) agreement:
    string | null;
  @ApiProperty() entries: number;
}

export class LogList {
  @ApiProperty({ type: [Log] }) items: Log[];
}

/** Which entries of a log are read. All filters must hold; the time range is half open. */
export class EntriesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ENTRY_KINDS, enumName: 'EntryKind' })
  @IfGiven()
  @IsIn(ENTRY_KINDS)
  kind?: EntryKind;

  @ApiPropertyOptional({ description: 'Handle: entries that this organization gave, received or made' })
  @IfGiven()
  @Matches(HANDLE, HANDLE_FAULT)
  organization?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'An item, by an identifier that you know it by' })
  @IfGiven()
  @IsUUID()
  item?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Account of a person whom the entry names' })
  @IfGiven()
  @IsUUID()
  person?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  @IfGiven()
  @IsInstant()
  from?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  @IfGiven()
  @IsInstant()
  to?: string;
}

const SAID = { type: 'object', additionalProperties: true, nullable: true } as const;

/** An entry as your organization may read it. */
export class LogEntry {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ enum: ENTRY_KINDS }) kind: EntryKind;
  @ApiProperty({ ...SAID, description: 'What all parties of the log read' })
  shared: Record<string, unknown> | null;
  @ApiProperty({ ...SAID, description: 'What people said in it; null once it was erased' })
  content: Record<string, unknown> | null;
  @ApiProperty({ ...SAID, description: 'What your organization alone reads' })
  own: Record<string, unknown> | null;
}

export class LogEntryPage {
  @ApiProperty({ type: [LogEntry], description: 'Newest first' }) items: LogEntry[];
  @ApiProperty({
    nullable: true,
    type: String,
    description: 'Cursor of the next page; null at the beginning of the log',
  })
  next: string | null;
  @ApiProperty({
    nullable: true,
    type: String,
    format: 'date-time',
    description:
      'How far back this page has looked: a page looks at some hundreds of entries, so that with filters it may have few or none and still be followed by others. Null where there is nothing older.',
  })
  looked_back_to: string | null;
}

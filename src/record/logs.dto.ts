import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, Matches } from 'class-validator';

const ZONED = { message: 'must be an instant with a time zone, as 2026-05-01T00:00:00Z' };
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** What of a log is exported. The time range is half open: `from` is in, `to` is not. */
export class ExportQuery {
  @ApiPropertyOptional({ enum: ['csv', 'jsonl'], default: 'jsonl' })
  @IsOptional()
  @IsIn(['csv', 'jsonl'])
  format: 'csv' | 'jsonl' = 'jsonl';

  @ApiPropertyOptional({ description: 'Handle: entries that this organization gave, received or made' })
  @IsOptional()
  @IsString()
  @Matches(/^[a-z][a-z0-9-]{1,39}$/, { message: 'must be the handle of an organization' })
  organization?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'An item, by an identifier that you know it by' })
  @IsOptional()
  @IsUUID()
  item?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(instant, ZONED)
  from?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(instant, ZONED)
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

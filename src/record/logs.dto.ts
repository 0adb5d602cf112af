import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import { IsInstant } from '../platform/instant';

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

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { IfGiven } from '../../platform/if-given';
import { PageQuery } from '../../platform/paging';

export class ListTalliesQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Reference of an agreement', example: 'PK-CN-2026' })
  @IfGiven()
  @IsString()
  @Length(3, 60)
  agreement?: string;
}

/** What is neither met nor waived under one agreement. */
export class ObligationTally {
  @ApiProperty({ example: 'PK-CN-2026' }) agreement: string;
  @ApiProperty({ description: 'Sets for which your team owes something' }) owed_by_us: number;
  @ApiProperty({ description: 'Of these, overdue' }) overdue_by_us: number;
  @ApiProperty({ description: 'Sets for which your team is owed something' }) owed_to_us: number;
  @ApiProperty({ description: 'Of these, overdue' }) overdue_to_us: number;
  @ApiProperty({ description: 'Of all, held or disputed' }) paused: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the next falls due' })
  next_due: string | null;
}

export class ObligationTallyPage {
  @ApiProperty({ type: [ObligationTally], description: 'By reference of the agreement' })
  items: ObligationTally[];
  @ApiProperty({ nullable: true, type: String, description: 'Cursor of the next page; null on the last' })
  next: string | null;
}

/** What was overdue under one agreement when the first of its day was told. */
export class ObligationDigest {
  @ApiProperty({ example: 'PK-CN-2026' }) agreement: string;
  @ApiProperty({ format: 'date', description: 'In UTC' }) day: string;
  @ApiProperty({ description: 'Sets for which your team owed something that was overdue' })
  owed_by_us: number;
  @ApiProperty({ description: 'Sets for which your team was owed something that was overdue' })
  owed_to_us: number;
  @ApiProperty({ format: 'date-time' }) oldest_due: string;
}

export class ObligationDigestPage {
  @ApiProperty({ type: [ObligationDigest], description: 'The newest day first' }) items: ObligationDigest[];
  @ApiProperty({ nullable: true, type: String, description: 'Cursor of the next page; null on the last' })
  next: string | null;
}

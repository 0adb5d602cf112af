import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, Length, Matches, Max, Min } from 'class-validator';
import { IfGiven } from '../../platform/if-given';
import { PageQuery } from '../../platform/paging';
import { GIVEN_LEVELS, type GivenLevel } from '../rules/vocabulary';
import type { StoredApproval } from './approvals.store';

const maybe = { type: String, nullable: true } as const;
const instant = { type: String, format: 'date-time' } as const;
const NAMED = {
  description: 'Your own id of an advisory or incident, or a reference of it',
  example: 'PK-7QX4-M2F9-3',
};

export class ApproveBody {
  @ApiProperty(NAMED)
  @IsString()
  @Length(1, 40)
  item: string;

  @ApiProperty({
    minimum: 1,
    maximum: 1_000_000,
    description: 'The version that was read; only the latest is approved',
  })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version: number;

  @ApiProperty({
    enum: GIVEN_LEVELS,
    description: 'A duty officer approves for herself; the approval of a ministry is recorded on its behalf',
  })
  @IsIn(GIVEN_LEVELS)
  level: GivenLevel;

  @ApiPropertyOptional({ description: 'Handle of the ministry that approved', example: 'moitt' })
  @IfGiven()
  @IsString()
  @Length(2, 40)
  ministry?: string;

  @ApiPropertyOptional({
    description: 'Of a ministry: SHA-256 of what shows it, as a letter, in lower-case hex',
  })
  @IfGiven()
  @Matches(/^[0-9a-f]{64}$/, { message: 'evidence_sha256 must be a SHA-256 in lower-case hex' })
  evidence_sha256?: string;
}

export class ListApprovalsQuery extends PageQuery {
  @ApiProperty(NAMED)
  @IsString()
  @Length(1, 40)
  item: string;
}

export class ApprovalView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid', description: 'Your own id of the item' }) item: string;
  @ApiProperty() version: number;
  @ApiProperty({ enum: GIVEN_LEVELS }) level: string;
  @ApiProperty({ ...maybe, description: 'Handle of the ministry' }) ministry: string | null;
  @ApiProperty(maybe) evidence_sha256: string | null;
  @ApiProperty(instant) recorded_at: string;
  @ApiProperty({ description: 'Name' }) recorded_by: string;
  @ApiProperty({
    ...instant,
    nullable: true,
    description: 'Of a ministry: when a second person confirmed it',
  })
  confirmed_at: string | null;
  @ApiProperty(maybe) confirmed_by: string | null;
  @ApiProperty({
    ...instant,
    nullable: true,
    description: 'From when it counts; null while a second person is missing',
  })
  counts_from: string | null;
}

export class ApprovalPage {
  @ApiProperty({ type: [ApprovalView], description: 'In the order in which they were recorded' })
  items: ApprovalView[];
  @ApiProperty({ ...maybe, description: 'Cursor of the next page; null on the last' }) next: string | null;
}

export function presentApproval(stored: StoredApproval): ApprovalView {
  const { id, item, version, level, ministry, recordedAt, confirmedAt } = stored;
  const counts = level === 'duty_officer' ? recordedAt : confirmedAt;
  return {
    ...{ id, item, version, level, ministry },
    evidence_sha256: stored.evidence,
    recorded_at: recordedAt.toISOString(),
    recorded_by: stored.recordedByName,
    confirmed_at: confirmedAt?.toISOString() ?? null,
    confirmed_by: stored.confirmedByName,
    counts_from: counts?.toISOString() ?? null,
  };
}

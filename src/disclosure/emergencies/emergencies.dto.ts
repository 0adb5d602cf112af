import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, Length, Max, Min } from 'class-validator';
import { IfGiven } from '../../platform/if-given';
import { PageQuery } from '../../platform/paging';
import { Text } from '../../platform/text';
import { TLP_LABELS } from '../rules/vocabulary';
import type { StoredEmergency } from './emergencies.store';
import { EMERGENCY_STATES, type EmergencyState, isLate, stateOf } from './rules/review';

const maybe = { type: String, nullable: true } as const;
const instant = { type: String, format: 'date-time' } as const;

export class EmergencyReleaseBody {
  @ApiProperty({
    minimum: 1,
    maximum: 1_000_000,
    description: 'The version that you have read; only the latest is released',
  })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version: number;

  @ApiProperty({ minLength: 3, maxLength: 2000, description: 'Why nobody else could be waited for' })
  @Text(3, 2000)
  reason: string;
}

export class EmergencyWithdrawalBody {
  @ApiProperty({ minLength: 3, maxLength: 2000, description: 'Kept in your log; partners do not get it' })
  @Text(3, 2000)
  reason: string;
}

export class ListEmergenciesQuery extends PageQuery {
  @ApiPropertyOptional({
    description: 'Of one item: your own id of it, or a reference of it',
    example: 'PK-7QX4-M2F9-3',
  })
  @IfGiven()
  @IsString()
  @Length(1, 40)
  item?: string;

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Only what still waits for its review, or only what does not; by default all',
  })
  @IfGiven()
  @IsIn(['true', 'false'])
  unreviewed?: 'true' | 'false';
}

export class EmergencyReviewView {
  @ApiProperty({ enum: ['confirmed', 'withdrawn'] }) verdict: 'confirmed' | 'withdrawn';
  @ApiProperty(instant) at: string;
  @ApiProperty({ description: 'Name' }) by: string;
  @ApiProperty(maybe) reason: string | null;
}

export class EmergencyView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid', description: 'Your own id of the item' }) item: string;
  @ApiProperty({ enum: ['advisory', 'incident'] }) type: 'advisory' | 'incident';
  @ApiProperty() version: number;
  @ApiProperty() title: string;
  @ApiProperty({ enum: TLP_LABELS }) tlp: string;
  @ApiProperty({ description: 'Why one person released it alone' }) reason: string;
  @ApiProperty(instant) released_at: string;
  @ApiProperty({ description: 'Name of who released it alone' }) released_by: string;
  @ApiProperty({ format: 'uuid', description: 'Account of who did: another has to review it' })
  released_by_id: string;
  @ApiProperty({ ...instant, description: 'When the review is due: 24 hours after the release' })
  due_at: string;
  @ApiProperty({ enum: EMERGENCY_STATES }) state: EmergencyState;
  @ApiProperty({ description: 'Whether the review came too late, or is overdue' }) late: boolean;
  @ApiProperty({ type: [String], description: 'Handles of teams that it went to by their terms' })
  reaches: string[];
  @ApiProperty({
    type: [String],
    description: 'Handles of teams that get nothing, since their terms let nobody release it alone',
  })
  left_out: string[];
  @ApiProperty({ type: EmergencyReviewView, nullable: true }) review: EmergencyReviewView | null;
}

export class EmergencyPage {
  @ApiProperty({ type: [EmergencyView], description: 'What was released last stands first' })
  items: EmergencyView[];
  @ApiProperty({ ...maybe, description: 'Cursor of the next page; null on the last' }) next: string | null;
}

export function presentEmergency(stored: StoredEmergency, at: Date): EmergencyView {
  const { id, item, type, version, title, tlp, reason, reaches, leftOut } = stored;
  const { verdict, reviewedAt, reviewedBy, reviewReason } = stored;
  return {
    ...{ id, item, type, version, title, tlp, reason, reaches },
    released_at: stored.releasedAt.toISOString(),
    released_by: stored.releasedByName,
    released_by_id: stored.releasedBy,
    due_at: stored.dueAt.toISOString(),
    state: stateOf(stored, at),
    late: isLate(stored, at),
    left_out: leftOut,
    review:
      verdict === null
        ? null
        : {
            ...{ verdict, at: reviewedAt!.toISOString(), by: reviewedBy!, reason: reviewReason },
          },
  };
}

import { ApiProperty } from '@nestjs/swagger';
import {
  ACTIVITY_KINDS,
  ACTIVITY_STATES,
  type ActivityKind,
  type ActivityState,
  activityStateAt,
  type Planned,
} from '../rules/activity';
import type { StoredActivity } from './activities.store';

const INSTANT = { type: String, format: 'date-time' } as const;
const MAYBE_TEXT = { type: String, nullable: true } as const;

export class ActivityPartyView {
  @ApiProperty({ description: 'Handle' }) organization: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: ['organizer', 'participant'] }) part: string;
}

export class ActivityEvidenceView {
  @ApiProperty() text: string;
  @ApiProperty({ ...MAYBE_TEXT, description: 'SHA-256 of the document, in hex' }) sha256: string | null;
  @ApiProperty(INSTANT) at: string;
  @ApiProperty({ description: 'Handle of who recorded it' }) by: string;
}

export class ActivityView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Reference' }) agreement: string;
  @ApiProperty({ enum: ACTIVITY_KINDS }) kind: ActivityKind;
  @ApiProperty() title: string;
  @ApiProperty(MAYBE_TEXT) place: string | null;
  @ApiProperty(INSTANT) starts_at: string;
  @ApiProperty(INSTANT) ends_at: string;
  @ApiProperty({ description: 'Of the place, by its IANA name' }) time_zone: string;
  @ApiProperty({
    enum: ACTIVITY_STATES,
    description: 'As the dates have it now; `over`: it has ended, and nobody has recorded what became of it',
  })
  state: ActivityState;
  @ApiProperty({ ...INSTANT, nullable: true, description: 'When it was recorded as done or called off' })
  state_recorded_at: string | null;
  @ApiProperty({ ...MAYBE_TEXT, description: 'Why it was called off' }) reason: string | null;
  @ApiProperty({ enum: ['organizer', 'participant'], description: 'Of your organization' }) part: string;
  @ApiProperty({ type: [ActivityPartyView] }) parties: ActivityPartyView[];
  @ApiProperty({ type: [ActivityEvidenceView] }) evidence: ActivityEvidenceView[];
}

export class ActivityPage {
  @ApiProperty({ type: [ActivityView], description: 'In the order in which they begin' })
  items: ActivityView[];
  @ApiProperty({ ...MAYBE_TEXT, description: 'Cursor of the next page; null on the last' }) next:
    string | null;
}

export const plannedOf = ({
  starts_at,
  ends_at,
  outcome,
  part,
}: StoredActivity): Planned & { part: StoredActivity['part'] } => ({
  ...{ startsAt: starts_at.getTime(), endsAt: ends_at.getTime(), outcome, part },
});

/** @param at the instant at which its state is judged */
export const presentActivity = (found: StoredActivity, at: Date): ActivityView => ({
  id: found.id,
  agreement: found.agreement,
  kind: found.kind,
  title: found.title,
  place: found.place,
  starts_at: found.starts_at.toISOString(),
  ends_at: found.ends_at.toISOString(),
  time_zone: found.time_zone,
  state: activityStateAt(at.getTime(), plannedOf(found)),
  state_recorded_at: found.outcome_at?.toISOString() ?? null,
  reason: found.reason,
  part: found.part,
  parties: found.parties.map(({ handle, name, part }) => ({ organization: handle, name, part })),
  evidence: found.evidence,
});

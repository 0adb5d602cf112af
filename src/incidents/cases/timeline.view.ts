import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type Named, PersonView } from '../people';
import { REPORT_STATUSES, type ReportStatus } from '../reports/report-status';
import { type StoredEvent, TIMELINE_EVENTS, type TimelineKind } from './timeline.store';

/** Something that happened to a case. */
export class TimelineEvent {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ enum: TIMELINE_EVENTS }) event: TimelineKind;
  @ApiProperty({ type: PersonView }) by: PersonView;
  @ApiPropertyOptional({ format: 'uuid', description: 'The report filed or answered' }) report?: string;
  @ApiPropertyOptional({ description: 'Title of the report filed' }) title?: string;
  @ApiPropertyOptional({ description: 'Number of the version written or released' }) version?: number;
  @ApiPropertyOptional({
    type: [String],
    description: 'Fields that differ from the version before; none for the first',
    example: ['handling.tlp'],
  })
  changed?: string[];
  @ApiPropertyOptional() note?: string;
  @ApiPropertyOptional({ enum: REPORT_STATUSES }) status?: ReportStatus;
  @ApiPropertyOptional() answer?: string;
  @ApiPropertyOptional({ description: 'Whether the release was to everybody' }) public?: boolean;
  @ApiPropertyOptional({ description: 'Why it was withdrawn' }) reason?: string;
}

export class TimelinePage {
  @ApiProperty({ type: [TimelineEvent], description: 'Oldest first' }) items: TimelineEvent[];
  @ApiProperty({ nullable: true, type: String, description: 'Cursor of the next page; null on the last' })
  next: string | null;
}

const details: Record<TimelineKind, (stored: StoredEvent) => Partial<TimelineEvent>> = {
  report: ({ report, text }) => ({ report: report ?? undefined, title: text ?? undefined }),
  version: ({ version }) => ({ version: version ?? undefined }),
  note: ({ text }) => ({ note: text ?? undefined }),
  answer: ({ report, status, text }) => ({
    report: report ?? undefined,
    status: status ?? undefined,
    answer: text ?? undefined,
  }),
  release: ({ version, public: toPublic }) => ({
    version: version ?? undefined,
    public: toPublic ?? undefined,
  }),
  withdrawal: ({ text }) => ({ reason: text ?? undefined }),
};

/** @param changed what each version changed, by its number */
export function presentEvent(
  stored: StoredEvent,
  named: Named,
  changed: ReadonlyMap<number, string[]>,
): TimelineEvent {
  const event = TIMELINE_EVENTS[stored.rank];
  if (!event) throw new Error('Every event of a timeline is of a known kind.');
  const version = event === 'version' ? stored.version : null;
  return {
    at: stored.at.toISOString(),
    event,
    by: named(stored.person),
    ...details[event](stored),
    ...(version === null ? {} : { changed: changed.get(version) ?? [] }),
  };
}

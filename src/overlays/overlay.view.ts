import { ApiProperty } from '@nestjs/swagger';
import { INFORMATION_TYPES, type OverlayRestriction, TLP_LABELS } from '../disclosure';
import { RecordedBy } from '../organizations';
import { countsFrom, type OverlayVersion } from './overlay';
import { DIRECTIONS } from './overlays.dto';

const STATES = ['in_force', 'awaiting_confirmation', 'followed', 'never_counted'] as const;

/** Something that the law withholds. */
export class RestrictionView {
  @ApiProperty({ example: '§ 12(2)' }) clause: string;
  @ApiProperty({ enum: DIRECTIONS }) direction: (typeof DIRECTIONS)[number];
  @ApiProperty({
    oneOf: [
      { type: 'string', enum: ['any'] },
      { type: 'array', items: { type: 'string', enum: [...INFORMATION_TYPES] } },
    ],
    example: ['vulnerability_unpublished'],
  })
  information_types: 'any' | readonly string[];
  @ApiProperty({
    type: String,
    enum: [...TLP_LABELS, null],
    nullable: true,
    description: 'Null: every marking',
  })
  least_tlp: string | null;
  @ApiProperty({
    oneOf: [
      { type: 'string', enum: ['abroad'] },
      { type: 'array', items: { type: 'string', pattern: '^[A-Z]{2}$' } },
    ],
    description: 'Whereto, or where from; empty where it bars public release alone',
    example: 'abroad',
  })
  countries: 'abroad' | readonly string[];
  @ApiProperty({ description: 'Whether it bars release to the public' }) public: boolean;
}

/** A version of the national overlay of your organization. */
export class OverlayVersionView {
  @ApiProperty({ minimum: 1 }) number: number;
  @ApiProperty({ example: 'Cyber Security Act 2024 (invented)' }) law: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'PK',
    description: 'The country whose law it is, ISO 3166-1 alpha-2',
  })
  jurisdiction: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Where the text of the law stands' })
  source: string | null;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Since when the law has been in force in its country, as was said; it weighs nothing',
  })
  effective_on: string | null;
  @ApiProperty({
    enum: STATES,
    description:
      '`followed`: it counted until another did. `never_counted`: another was recorded before anybody confirmed it',
  })
  state: (typeof STATES)[number];
  @ApiProperty({ format: 'date-time' }) recorded_at: string;
  @ApiProperty({ type: RecordedBy }) recorded_by: RecordedBy;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) confirmed_at: string | null;
  @ApiProperty({ type: RecordedBy, nullable: true }) confirmed_by: RecordedBy | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when it counts; null for one that was not confirmed',
  })
  counts_from: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) counts_until: string | null;
  @ApiProperty({ type: [RestrictionView] }) restrictions: RestrictionView[];
}

export class OverlayPage {
  @ApiProperty({ type: [OverlayVersionView] }) items: OverlayVersionView[];
  @ApiProperty({ nullable: true, type: String, description: 'Cursor of the next page; null on the last' })
  next: string | null;
}

const presentRestriction = (one: OverlayRestriction): RestrictionView => ({
  ...{ clause: one.clause, direction: one.direction, information_types: one.informationTypes },
  ...{ least_tlp: one.leastTlp, countries: one.countries, public: one.public },
});

function stateOf(version: OverlayVersion): OverlayVersionView['state'] {
  if (countsFrom(version)) return version.followedAt ? 'followed' : 'in_force';
  return version.isLast ? 'awaiting_confirmation' : 'never_counted';
}

export function presentOverlay(version: OverlayVersion): OverlayVersionView {
  const from = countsFrom(version);
  return {
    ...{ number: version.number, law: version.law, jurisdiction: version.jurisdiction },
    ...{ source: version.source, effective_on: version.effectiveOn, state: stateOf(version) },
    recorded_at: version.recordedAt.toISOString(),
    recorded_by: version.recordedBy,
    confirmed_at: version.confirmedAt?.toISOString() ?? null,
    confirmed_by: version.confirmedBy,
    counts_from: from?.toISOString() ?? null,
    counts_until: from && (version.followedAt?.toISOString() ?? null),
    restrictions: version.restrictions.map(presentRestriction),
  };
}

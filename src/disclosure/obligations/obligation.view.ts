import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { survivalAfter } from './survival';
import { SEVERITIES } from '../rules/vocabulary';
import {
  OBLIGATION_KINDS,
  OBLIGATION_STATES,
  type ObligationKind,
  type ObligationState,
  type Side,
  SIDES,
} from './obligations.dto';
import type { StoredFact, StoredObligation } from './obligations.store';
import { presentSurvives, SurvivesView } from './survives.view';
import { ACTS, type Act, actsOf } from './rules/acts';

/** What a set holds: what became known in a half-open interval. */
export class CoversView {
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null: from the beginning' })
  from: string | null;
  @ApiProperty({ format: 'date-time' }) until: string;
  @ApiProperty({
    enum: [...SEVERITIES, 'unknown'],
    isArray: true,
    nullable: true,
    description: 'Of these severities alone',
  })
  severities: string[] | null;
}

/** What is owed for a set of disclosures. */
export class OwedSummary {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'PK-CN-2026' }) agreement: string;
  @ApiProperty({ description: 'Under which it is owed', example: 'Art. 4(1)' }) clause: string;
  @ApiProperty({ enum: OBLIGATION_KINDS }) kind: ObligationKind;
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ description: 'Handle of the team that owes it' }) debtor: string;
  @ApiProperty({ description: 'Handle of the team that it is owed to' }) creditor: string;
  @ApiProperty({ enum: OBLIGATION_STATES }) state: ObligationState;
  @ApiProperty({ format: 'date-time' }) opened_at: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'With the time during which it was held or disputed; null for what is kept without an end',
  })
  due_at: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When it was met or waived',
  })
  closed_at: string | null;
  @ApiProperty({ description: 'Whether it was met after it was due' }) late: boolean;
  @ApiProperty({ description: 'Whether only a certificate meets it' }) certificate: boolean;
  @ApiProperty({ type: CoversView }) covers: CoversView;
}

/** Something that was stated of an obligation. */
export class OwedFactView {
  @ApiProperty({ enum: ['met', 'waived', 'held', 'disputed', 'resumed'] }) kind: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ description: 'Handle of the side that stated it' }) by: string;
  @ApiPropertyOptional({ description: 'The person, for her own side only' }) person?: string;
  @ApiProperty({
    enum: ['pull', 'statement', 'items', 'certificate'],
    nullable: true,
    type: String,
    description: 'How it was met: `pull` by going on in the feed, `items` by acknowledging each',
  })
  means: string | null;
  @ApiProperty({ format: 'uuid', nullable: true, type: String }) notice: string | null;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) until: string | null;
  @ApiProperty({ nullable: true, type: String }) reason: string | null;
}

export class OwedView extends OwedSummary {
  @ApiProperty({ description: 'How many versions it covers, at most 10000' }) items: number;
  @ApiProperty({ description: 'Whether it covers more than that' }) more_items: boolean;
  @ApiProperty({ type: [OwedFactView] }) facts: OwedFactView[];
  @ApiProperty({
    type: [SurvivesView],
    description: 'For how long what is owed under the same grant lives on after the end of the agreement',
  })
  survives: SurvivesView[];
  @ApiProperty({ enum: ACTS, isArray: true, description: 'What your side may state of it now' }) may: Act[];
}

export class OwedPage {
  @ApiProperty({ type: [OwedSummary], description: 'What is due first, first' })
  items: OwedSummary[];
  @ApiProperty({ nullable: true, type: String, description: 'Cursor of the next page; null on the last' })
  next: string | null;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const presentSummary = (o: StoredObligation): OwedSummary => ({
  id: o.id,
  agreement: o.agreement,
  clause: o.clause,
  kind: o.kind,
  side: o.owed ? 'owed_by_us' : 'owed_to_us',
  debtor: o.debtor,
  creditor: o.creditor,
  state: o.state,
  opened_at: o.opened_at.toISOString(),
  due_at: iso(o.due),
  closed_at: iso(o.closed_at),
  late: o.state === 'met' && o.due !== null && o.closed_at !== null && o.closed_at >= o.due,
  certificate: o.certificate,
  covers: { from: iso(o.covers_from), until: o.covers_until.toISOString(), severities: o.severities },
});

const presentFact = ({ kind, at, by, person, means, notice, until, reason }: StoredFact): OwedFactView => ({
  ...{ kind, at: at.toISOString(), by, means, notice, until: iso(until), reason },
  ...(person === null ? {} : { person }),
});

const MOST = 10_000;
export const presentObligation = (
  o: StoredObligation,
  facts: readonly StoredFact[],
  size: number,
  ended: Date | null,
): OwedView => ({
  ...presentSummary(o),
  items: Math.min(size, MOST),
  more_items: size > MOST,
  facts: facts.map(presentFact),
  survives: survivalAfter(o.survival ?? undefined, ended?.getTime() ?? null).map(presentSurvives),
  may: actsOf(o),
});

import { ApiProperty } from '@nestjs/swagger';
import { BasisName, RecordedObligation } from '../questions/decision.view';
import { RULE_NAMES, ruleName } from '../rules/rule-names';
import { TLP_LABELS } from '../rules/vocabulary';
import { type Against, WAYS_OF_TELLING } from '../rules/telling';
import type { StoredTelling } from './tellings.store';

const maybe = { type: String, nullable: true } as const;
const instant = { type: String, format: 'date-time' } as const;

/** A rule that stood against it. */
export class TellingReason {
  @ApiProperty({ enum: Object.keys(RULE_NAMES), example: 'D-04' }) rule: string;
  @ApiProperty({ example: 'TLP ceiling' }) name: string;
  @ApiProperty({ example: 'the marking is above the ceiling' }) says: string;
  @ApiProperty({ ...maybe, description: 'Of the grant that was nearest to letting it go' })
  agreement: string | null;
  @ApiProperty({ ...maybe, example: 'Art. 4(2)' }) clause: string | null;
}

class TellingCorrection {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty(instant) at: string;
  @ApiProperty({ description: 'Name' }) by: string;
  @ApiProperty() text: string;
  @ApiProperty({ description: 'Whether it was not told at all' }) not_told: boolean;
}

/** What somebody of your organization told somebody of another team, as your side reads it. */
export class TellingView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Handle of the team that was told' }) team: string;
  @ApiProperty({ ...maybe, format: 'uuid', description: 'Account of the duty officer who was told' })
  person: string | null;
  @ApiProperty({ ...maybe, description: 'Name of who was told' }) person_name: string | null;
  @ApiProperty({
    ...maybe,
    format: 'uuid',
    description: 'Your own id of what was told; null of what is filed nowhere',
  })
  item: string | null;
  @ApiProperty({ ...maybe, enum: ['advisory', 'incident', null] }) type: 'advisory' | 'incident' | null;
  @ApiProperty({ ...maybe, description: 'The reference that it has for you' }) reference: string | null;
  @ApiProperty({ type: Number, nullable: true }) version: number | null;
  @ApiProperty({ description: 'Title of the item, or what was told' }) what: string;
  @ApiProperty({ ...maybe, enum: [...TLP_LABELS, null] }) tlp: string | null;
  @ApiProperty(maybe) information_type: string | null;
  @ApiProperty({ enum: WAYS_OF_TELLING }) how: string;
  @ApiProperty({ description: 'Whether what carried it is known to have been encrypted' }) encrypted: boolean;
  @ApiProperty(instant) told_at: string;
  @ApiProperty(instant) recorded_at: string;
  @ApiProperty({ description: 'Name' }) recorded_by: string;
  @ApiProperty({ description: 'Whether it was written down more than an hour after it was told' })
  late: boolean;
  @ApiProperty({ description: 'Whether some basis let it go when it was told' }) authorised: boolean;
  @ApiProperty({ type: BasisName, nullable: true, description: 'The basis that let it go' })
  cited: BasisName | null;
  @ApiProperty({ type: [TellingReason], description: 'What stood against it, for your side alone' })
  reasons: TellingReason[];
  @ApiProperty({ type: [RecordedObligation] }) obligations: RecordedObligation[];
  @ApiProperty({
    ...maybe,
    format: 'uuid',
    description:
      'The disclosure of this version to the team by word of mouth, which is one however often it is told',
  })
  disclosure: string | null;
  @ApiProperty({ type: [TellingCorrection], description: 'In the order in which they were written' })
  corrections: TellingCorrection[];
}

export class TellingPage {
  @ApiProperty({ type: [TellingView], description: 'What was recorded last stands first' })
  items: TellingView[];
  @ApiProperty({ ...maybe, description: 'Cursor of the next page; null on the last' }) next: string | null;
}

const reason = ({ rule, says, agreement, clause }: Against): TellingReason => ({
  ...{ rule, name: ruleName(rule), says, agreement, clause },
});

export function presentTelling(stored: StoredTelling): TellingView {
  const { id, team, person, item, type, reference, version, what, tlp, how, late, authorised } = stored;
  const { basis, agreement, clause, obligations, disclosure, corrections } = stored;
  return {
    ...{ id, team, person, person_name: stored.personName, item, type, reference, version, what, tlp },
    information_type: stored.informationType,
    ...{ how, encrypted: stored.encrypted },
    told_at: stored.toldAt.toISOString(),
    recorded_at: stored.recordedAt.toISOString(),
    recorded_by: stored.recordedByName,
    ...{ late, authorised },
    cited: basis && { basis, agreement, terms_version: stored.termsVersion, clause },
    reasons: stored.reasons.map(reason),
    obligations,
    disclosure,
    corrections,
  };
}

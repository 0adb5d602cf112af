import { ApiProperty, OmitType } from '@nestjs/swagger';
import { PART_ACTIONS } from '../rules/part-action';
import { CHANNELS, PERMITTED_PURPOSES } from '../rules/vocabulary';
import { OBLIGATION_RULES, OBLIGATION_TERMS } from '../rules/obligations';
import { RULE_NAMES, TRANSFORMATION_NAMES } from '../rules/rule-names';

export const VERDICTS = ['passes', 'forbids', 'not-applicable'] as const;
const BASES = ['own', 'public', 'grant'] as const;
const RECORDED_BASES = [...BASES, 'none'] as const;

/** What one rule says. */
export class VerdictView {
  @ApiProperty({ enum: Object.keys(RULE_NAMES), example: 'D-04' }) rule: string;
  @ApiProperty({ example: 'TLP ceiling' }) name: string;
  @ApiProperty({ enum: VERDICTS }) verdict: (typeof VERDICTS)[number];
  @ApiProperty({ example: 'the marking is above the ceiling' }) says: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What was compared with what; organizations by handle, instants as text',
    example: { tlp: 'AMBER', ceiling: 'GREEN', clause: 'Art. 1' },
  })
  compared: Record<string, unknown>;
}

/** A basis on which the team could see the item, by what names it. */
export class BasisName {
  @ApiProperty({ enum: BASES }) basis: (typeof BASES)[number];
  @ApiProperty({ type: String, nullable: true, description: 'Of a grant: the reference of its agreement' })
  agreement: string | null;
  @ApiProperty({ type: Number, nullable: true }) terms_version: number | null;
  @ApiProperty({ type: String, nullable: true, example: 'Art. 4(2)' }) clause: string | null;
}

/** An instrument below an agreement, by what names it. */
export class InstrumentName {
  @ApiProperty({ example: 'PK-CN-2026-A1' }) agreement: string;
  @ApiProperty() terms_version: number;
  @ApiProperty({ example: 'Annex 1, 2' }) clause: string;
}

export class BasisView extends BasisName {
  @ApiProperty({ description: 'Whether none of its rules forbids' }) released: boolean;
  @ApiProperty({ description: 'The same in words' }) says: string;
  @ApiProperty({ type: [VerdictView] }) verdicts: VerdictView[];
}

/** What goes with a version that is disclosed under a grant. */
export class ObligationView {
  @ApiProperty({ enum: OBLIGATION_RULES, example: 'O-04' }) rule: string;
  @ApiProperty({ enum: OBLIGATION_TERMS }) term: string;
  @ApiProperty({
    oneOf: [
      { type: 'string' },
      { type: 'integer' },
      { type: 'array', items: { type: 'string' } },
      { type: 'object', additionalProperties: true },
    ],
    example: 90,
  })
  value: unknown;
  @ApiProperty({ example: 'It is destroyed within 90 days.' }) says: string;
  @ApiProperty({ example: 'Art. 4(2)' }) clause: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until when, if it became known at the instant; null where that depends on what happens',
  })
  due: string | null;
}

const TRANSFORMED = PART_ACTIONS.filter((action) => action !== 'keep');
const MAYBE = { type: String, nullable: true } as const;

/** What became of a part of the version, as it was written down. */
export class RecordedTransformation {
  @ApiProperty({ enum: Object.keys(TRANSFORMATION_NAMES), example: 'T-01' }) rule: string;
  @ApiProperty({ description: 'Number of the part in this version' }) part: number;
  @ApiProperty({
    enum: TRANSFORMED,
    description:
      'Its text is replaced by a `pseudonym`, by the `sectors` of the item, by the name of the `issuer`; or the part is left out (`drop`)',
  })
  action: string;
  @ApiProperty({ ...MAYBE, description: 'Of the grant that says so; null before everybody' })
  agreement: string | null;
  @ApiProperty({ type: Number, nullable: true }) terms_version: number | null;
  @ApiProperty({ ...MAYBE, example: 'Art. 4(2)' }) clause: string | null;
}

/** What becomes of a part of the version for the team, and why. */
export class TransformationView extends RecordedTransformation {
  @ApiProperty({ example: 'victim identity' }) name: string;
  @ApiProperty({ example: 'the victim goes under a pseudonym' }) says: string;
}

/** Whether a team may see a version at an instant, and all that was weighed. */
export class DecisionView {
  @ApiProperty({ format: 'uuid', description: 'Your own id of the item' }) item: string;
  @ApiProperty({ enum: ['advisory', 'incident'] }) type: 'advisory' | 'incident';
  @ApiProperty() version: number;
  @ApiProperty({ description: 'Handle; `public` for everybody' }) team: string;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The duty officer of the team of whom it was asked',
  })
  person: string | null;
  @ApiProperty({ format: 'date-time', description: 'The instant of which this is said' }) at: string;
  @ApiProperty({ description: 'The version of the rules that were asked' }) rules_version: number;
  @ApiProperty({ description: 'Whether some basis releases it' }) released: boolean;
  @ApiProperty({ description: 'The answer in words' }) says: string;
  @ApiProperty({ type: BasisName, nullable: true, description: 'The basis that is cited' })
  cited: BasisName | null;
  @ApiProperty({
    type: [InstrumentName],
    description: 'Instruments below the agreement that is cited which speak of the item, and admit it',
  })
  instruments: InstrumentName[];
  @ApiProperty({ type: [ObligationView], description: 'What the team is obliged to by the basis cited' })
  obligations: ObligationView[];
  @ApiProperty({
    type: [TransformationView],
    description: 'What becomes of its parts; those that are not named leave as they are',
  })
  transformations: TransformationView[];
  @ApiProperty({ type: [BasisView], description: 'Every basis, in the order in which they would be cited' })
  bases: BasisView[];
}

class RecordedVerdict {
  @ApiProperty({ example: 'D-04' }) rule: string;
  @ApiProperty({ enum: VERDICTS }) verdict: string;
}

/** What went with the version when it became known, as it was written down then. */
export class RecordedObligation {
  @ApiProperty({ example: 'O-04' }) rule: string;
  @ApiProperty({ enum: OBLIGATION_TERMS }) term: string;
  @ApiProperty({
    oneOf: [
      { type: 'string' },
      { type: 'integer' },
      { type: 'array', items: { type: 'string' } },
      { type: 'object', additionalProperties: true },
    ],
    example: 90,
  })
  value: unknown;
  @ApiProperty({ example: 'Art. 4(2)' }) clause: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) due: string | null;
}

/** The decision under which the version became known, as it was written down then. */
export class RecordedDecision extends OmitType(BasisName, ['basis'] as const) {
  @ApiProperty({
    enum: RECORDED_BASES,
    description: '`none`: it was told by word of mouth, and nothing let it go',
  })
  basis: (typeof RECORDED_BASES)[number];
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ description: 'Handle of the team to which it was disclosed; `public` for everybody' })
  team: string;
  @ApiProperty({ description: 'As which document or summary', example: 'summary' }) projection: string;
  @ApiProperty() rules_version: number;
  @ApiProperty({
    enum: [...CHANNELS, 'message'],
    nullable: true,
    description: 'By which it left; null for everybody. What was told goes by `voice`, `mail` or a `message`',
  })
  channel: string | null;
  @ApiProperty({ enum: PERMITTED_PURPOSES, nullable: true, description: 'What the request said it is for' })
  purpose: string | null;
  @ApiProperty({ type: [RecordedVerdict] }) verdicts: RecordedVerdict[];
  @ApiProperty({ type: [RecordedObligation] }) obligations: RecordedObligation[];
  @ApiProperty({ type: [RecordedTransformation] }) transformations: RecordedTransformation[];
}

/** Where a recorded decision and the one replayed at its instant do not agree. */
export class DecisionDifference {
  @ApiProperty({
    description:
      '`released`, `basis`, `agreement`, `terms_version`, `clause`, `rules_version`, `parts`, or a rule',
  })
  what: string;
  @ApiProperty({ type: String, nullable: true }) recorded: string | null;
  @ApiProperty({ type: String, nullable: true }) replayed: string | null;
}

export class ReplayView extends DecisionView {
  @ApiProperty({
    type: RecordedDecision,
    nullable: true,
    description: 'The last disclosure of this version to the team, or to everybody, until that instant',
  })
  recorded: RecordedDecision | null;
  @ApiProperty({
    type: [DecisionDifference],
    description: 'Between the recorded decision and the same question replayed at the instant of its record',
  })
  differences: DecisionDifference[];
}

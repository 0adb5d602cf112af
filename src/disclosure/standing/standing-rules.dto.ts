import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { IfGiven } from '../../platform/if-given';
import { IsInstant } from '../../platform/instant';
import { PageQuery } from '../../platform/paging';
import { Text } from '../../platform/text';
import { INFORMATION_TYPES, type InformationType, TLP_LABELS, type Tlp } from '../rules/vocabulary';
import { STANDING_LABELS, STANDING_STATES, type StandingState, stateOf } from '../rules/standing-rule';
import type { ReleasedUnder, StoredRule } from './standing-rules.store';

const maybe = { type: String, nullable: true } as const;
const instant = { type: String, format: 'date-time' } as const;
const maybeInstant = { ...instant, nullable: true } as const;

export class ProposeStandingRuleBody {
  @ApiProperty({ minLength: 3, maxLength: 200, example: 'Daily indicators to CNCERT/CC' })
  @Text(3, 200)
  name: string;

  @ApiProperty({ minLength: 3, maxLength: 2000, description: 'Why these need no second person each time' })
  @Text(3, 2000)
  reason: string;

  @ApiProperty({
    ...{ enum: INFORMATION_TYPES, isArray: true, minItems: 1, example: ['indicator'] },
    description: 'An item and all of its parts have to be of these',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(INFORMATION_TYPES, { each: true })
  information_types: InformationType[];

  @ApiProperty({
    ...{ enum: STANDING_LABELS, example: 'GREEN' },
    description: 'An item and all of its parts have to be marked so, or below it',
  })
  @IsIn(STANDING_LABELS)
  tlp_up_to: Tlp;

  @ApiProperty({
    ...{ type: [String], minItems: 1, maxItems: 50, example: ['cncert'] },
    description: 'Handles of teams. The audience of an item has to name some of them, and nobody else',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsString({ each: true })
  @Matches(/^[a-z][a-z0-9-]{1,39}$/, {
    each: true,
    message: 'each value in partners must be the handle of a team',
  })
  partners: string[];

  @ApiProperty({ minimum: 1, maximum: 10_000, description: 'How many versions go under it in 24 hours' })
  @IsInt()
  @Min(1)
  @Max(10_000)
  per_day: number;

  @ApiProperty({ ...instant, description: 'After now, and at most 366 days ahead' })
  @IsInstant()
  expires_at: string;
}

export class EndStandingRuleBody {
  @ApiProperty({ minLength: 3, maxLength: 2000 })
  @Text(3, 2000)
  reason: string;
}

export class StandingReleaseBody {
  @ApiProperty({
    ...{ minimum: 1, maximum: 1_000_000 },
    description: 'The version that you have read; only the latest is released',
  })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version: number;

  @ApiProperty({ format: 'uuid', description: 'Id of a standing rule of your organization' })
  @IsUUID()
  rule: string;
}

export class ListStandingReleasesQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'Under one rule' })
  @IfGiven()
  @IsUUID()
  rule?: string;

  @ApiPropertyOptional({
    description: 'Of one item: your own id of it, or a reference of it',
    example: 'PK-7QX4-M2F9-3',
  })
  @IfGiven()
  @IsString()
  @Length(1, 40)
  item?: string;
}

export class StandingRuleView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() reason: string;
  @ApiProperty({
    enum: STANDING_STATES,
    description:
      'Only one `in_force` lets anything go. `lapsed`: one of the two who approved it is no releaser any more',
  })
  state: StandingState;
  @ApiProperty({ enum: INFORMATION_TYPES, isArray: true }) information_types: string[];
  @ApiProperty({ enum: STANDING_LABELS }) tlp_up_to: string;
  @ApiProperty({ type: [String], description: 'Handles' }) partners: string[];
  @ApiProperty() per_day: number;
  @ApiProperty({ description: 'How many went under it in the last 24 hours' }) last_day: number;
  @ApiProperty({ description: 'How many ever did' }) released: number;
  @ApiProperty(instant) expires_at: string;
  @ApiProperty(instant) proposed_at: string;
  @ApiProperty({ description: 'Name' }) proposed_by: string;
  @ApiProperty({ format: 'uuid', description: 'Account of who did: another has to confirm it' })
  proposed_by_id: string;
  @ApiProperty(maybeInstant) confirmed_at: string | null;
  @ApiProperty({ ...maybe, description: 'Name' }) confirmed_by: string | null;
  @ApiProperty(maybeInstant) ended_at: string | null;
  @ApiProperty({ ...maybe, description: 'Name' }) ended_by: string | null;
  @ApiProperty(maybe) end_reason: string | null;
}

export class StandingRulePage {
  @ApiProperty({ type: [StandingRuleView], description: 'What was proposed last stands first' })
  items: StandingRuleView[];
  @ApiProperty({ ...maybe, description: 'Cursor of the next page; null on the last' }) next: string | null;
}

export class StandingReleaseView {
  @ApiProperty({ format: 'uuid', description: 'Your own id of the item' }) item: string;
  @ApiProperty({ enum: ['advisory', 'incident'] }) type: 'advisory' | 'incident';
  @ApiProperty() version: number;
  @ApiProperty() title: string;
  @ApiProperty({ enum: TLP_LABELS }) tlp: string;
  @ApiProperty(instant) released_at: string;
  @ApiProperty({ description: 'Name of who released it under the rule' }) done_by: string;
  @ApiProperty({ format: 'uuid' }) rule: string;
  @ApiProperty({ description: 'Name of the rule' }) rule_name: string;
}

export class StandingReleasePage {
  @ApiProperty({ type: [StandingReleaseView], description: 'What was released last stands first' })
  items: StandingReleaseView[];
  @ApiProperty({ ...maybe, description: 'Cursor of the next page; null on the last' }) next: string | null;
}

export function presentRule(rule: StoredRule, at: Date): StandingRuleView {
  const { id, name, reason, teams, counted, released } = rule;
  return {
    ...{ id, name, reason, released, state: stateOf(rule, at) },
    information_types: [...rule.types],
    tlp_up_to: rule.upTo,
    partners: teams.map(({ handle }) => handle),
    per_day: rule.perDay,
    last_day: counted,
    expires_at: rule.expiresAt.toISOString(),
    proposed_at: rule.proposedAt.toISOString(),
    proposed_by: rule.proposedByName,
    proposed_by_id: rule.proposedBy,
    confirmed_at: rule.confirmedAt?.toISOString() ?? null,
    confirmed_by: rule.confirmedByName,
    ended_at: rule.endedAt?.toISOString() ?? null,
    ended_by: rule.endedByName,
    end_reason: rule.endReason,
  };
}

export const presentReleased = ({
  releasedAt,
  doneBy,
  ruleName,
  id: _,
  ...one
}: ReleasedUnder): StandingReleaseView => ({
  ...one,
  released_at: releasedAt.toISOString(),
  done_by: doneBy,
  rule_name: ruleName,
});

import { ApiProperty } from '@nestjs/swagger';
import { BasisName, TLP_LABELS } from '../../disclosure';
import { OF_TYPES } from '../pause-view';
import { type Change, CHANGES, STEPS } from './what-if.dto';

export class TeamWhatIf {
  @ApiProperty({ description: 'Handle', example: 'cncert' }) team: string;
  @ApiProperty({ description: 'Items that it would see and does not without the step' }) gains: number;
  @ApiProperty({ description: 'Items that it would see no longer' }) loses: number;
  @ApiProperty({ description: 'Items that it would see as before, but more or less of their parts' })
  changes_parts: number;
  @ApiProperty({ description: 'Items that it would see as before, under another clause' })
  changes_basis: number;
}

/** What is supposed. */
class Supposed {
  @ApiProperty({ enum: STEPS }) step: (typeof STEPS)[number];
  @ApiProperty({ type: String, nullable: true }) agreement: string | null;
  @ApiProperty({ type: Number, nullable: true }) terms: number | null;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) pause: string | null;
  @ApiProperty({ type: String, nullable: true }) from: string | null;
  @ApiProperty({ type: String, nullable: true }) to: string | null;
  @ApiProperty(OF_TYPES) information_types: string[] | null;
  @ApiProperty({
    format: 'date-time',
    description: 'When it would take effect; with and without the step are compared at this instant',
  })
  effective_at: string;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'When it would be over by itself',
  })
  until: string | null;
  @ApiProperty() rules_version: number;
}

export class WhatIfView extends Supposed {
  @ApiProperty({
    type: [TeamWhatIf],
    description: 'Every team that gets something of you by what changes, in the order of handles',
  })
  teams: TeamWhatIf[];
}

export class ChangedItem {
  @ApiProperty({ description: 'Handle of the team' }) team: string;
  @ApiProperty({ enum: CHANGES }) change: Change;
  @ApiProperty({ format: 'uuid', description: 'Your own id of the item' }) item: string;
  @ApiProperty({ example: 'PK-7QX4-M2F9-3' }) reference: string;
  @ApiProperty({ enum: ['advisory', 'incident'] }) type: 'advisory' | 'incident';
  @ApiProperty() version: number;
  @ApiProperty({ enum: TLP_LABELS }) tlp: (typeof TLP_LABELS)[number];
  @ApiProperty() title: string;
  @ApiProperty({ type: BasisName, nullable: true, description: 'On which the team sees it without the step' })
  before: BasisName | null;
  @ApiProperty({ type: BasisName, nullable: true, description: 'On which it would see it' })
  after: BasisName | null;
}

export class WhatIfPage extends Supposed {
  @ApiProperty({ type: [ChangedItem], description: 'By team, then by item' }) items: ChangedItem[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

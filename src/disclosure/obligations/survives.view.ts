import { ApiProperty } from '@nestjs/swagger';
import type { Survives } from './survival';
import { SURVIVING, type Surviving } from '../rules/lasting-terms';

/** Until when something lives on after the end of an agreement. */
export class SurvivesView {
  @ApiProperty({ enum: SURVIVING }) what: Surviving;
  @ApiProperty({ type: Number, nullable: true, description: 'Null: without an end' }) years: number | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description:
      'Years of the calendar of UTC after the end; null without an end, and before the agreement is over',
  })
  until: string | null;
}

export const presentSurvives = ({ what, years, until }: Survives): SurvivesView => ({
  ...{ what, years },
  until: until === null ? null : new Date(until).toISOString(),
});

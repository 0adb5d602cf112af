import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import type { Survival } from '../disclosure';
import { IfGiven } from '../platform/if-given';
import { IsYears, LONGEST_YEARS } from './time-checks';

const Lives = (description: string) =>
  applyDecorators(
    ApiPropertyOptional({
      oneOf: [
        { type: 'integer', minimum: 1, maximum: LONGEST_YEARS },
        { type: 'string', enum: ['indefinite'] },
      ],
      description,
    }),
    IfGiven(),
    IsYears(),
  );

/** What is owed lives on after the end of the agreement: for so many years, or without an end; what is left out without one. */
export class SurvivalDto implements Survival {
  @Lives('That it is kept confidential: its marking, and what terms say beyond') confidentiality?:
    number | 'indefinite';
  @Lives('For what it may be used') purposes?: number | 'indefinite';
  @Lives('To whom it may be passed on') onward_sharing?: number | 'indefinite';
  @Lives('How long it is kept, and that it is destroyed then') retention?: number | 'indefinite';
  @Lives('Whether sources and victims are named') attribution?: number | 'indefinite';
}

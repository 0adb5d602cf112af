import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IfGiven } from '../../platform/if-given';
import { IsIn, IsInt, IsUUID, Matches, Max, Min, ValidateBy } from 'class-validator';
import { INFORMATION_TYPES } from '../../disclosure';
import { PageQuery } from '../../platform/paging';
import { WholeNumber } from '../../platform/whole-number';
import { IsInstantOrDate } from '../instant';

export const STEPS = ['enter', 'suspend', 'end', 'stop', 'resume'] as const;
export const CHANGES = ['gains', 'loses', 'changes_parts', 'changes_basis'] as const;
export type Change = (typeof CHANGES)[number];

const HANDLE = /^[a-z][a-z0-9-]{1,39}$/;
const IsHandle = (name: string) =>
  Matches(HANDLE, { message: `${name} must be the handle of an organization` });

/** Information types with commas between them, each once. */
export const typesIn = (text: string): string[] => text.split(',');

const areTypes = (value: unknown): boolean => {
  const types = typeof value === 'string' ? typesIn(value) : [];
  const known: readonly string[] = INFORMATION_TYPES;
  return (
    types.length > 0 && new Set(types).size === types.length && types.every((type) => known.includes(type))
  );
};

/** A step that is supposed, with what it needs. */
export class WhatIfQuery {
  @ApiProperty({
    enum: STEPS,
    description:
      '`enter`: terms are approved and signed by all, and enter into force. `suspend`: the agreement, one direction of it, or information types in either. `end`: the agreement. `stop`: what you send to a team, under whatever agreement, now. `resume`: a suspension or stop is over now',
  })
  @IsIn(STEPS)
  step: (typeof STEPS)[number];

  @ApiPropertyOptional({
    description: 'Reference of the agreement; with `enter`, `suspend` and `end`',
    example: 'PK-CN-2026',
  })
  @IfGiven()
  @Matches(/^[A-Z0-9][A-Z0-9-]{2,59}$/, { message: 'agreement must be the reference of an agreement' })
  agreement?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 999_999, description: 'With `enter`: which terms' })
  @IfGiven()
  @WholeNumber()
  @IsInt()
  @Min(1)
  @Max(999_999)
  terms?: number;

  @ApiPropertyOptional({ format: 'uuid', description: 'With `resume`: id of the suspension or stop' })
  @IfGiven()
  @IsUUID()
  pause?: string;

  @ApiPropertyOptional({ description: 'With `suspend`: who sends; by default every direction' })
  @IfGiven()
  @IsHandle('from')
  from?: string;

  @ApiPropertyOptional({ description: 'With `suspend`: who receives. With `stop`: the team' })
  @IfGiven()
  @IsHandle('to')
  to?: string;

  @ApiPropertyOptional({
    description:
      'With `suspend`: information types with commas between them, of which alone nothing would go; by default of all',
    example: 'indicator,malware_sample',
  })
  @IfGiven()
  @ValidateBy({
    name: 'information_types',
    validator: {
      validate: areTypes,
      defaultMessage: () => 'information_types must be information types with commas between them, each once',
    },
  })
  information_types?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description:
      'When it takes effect: now or later; by default now, and with `enter` as soon as the condition of the terms allows. Not with `stop` and `resume`',
  })
  @IfGiven()
  @IsInstantOrDate()
  at?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description:
      'With `suspend`: when it is over by itself; by default only when it is ended. What is compared is what is seen at `at`, while it holds',
  })
  @IfGiven()
  @IsInstantOrDate()
  until?: string;
}

class ChangeFilter {
  @ApiPropertyOptional({ description: 'Handle: only of this team', example: 'cncert' })
  @IfGiven()
  @IsHandle('team')
  team?: string;

  @ApiPropertyOptional({ enum: CHANGES, description: 'Only these' })
  @IfGiven()
  @IsIn(CHANGES)
  change?: Change;
}

/** The same, and which of its changes are wanted. */
export class WhatIfCsvQuery extends IntersectionType(WhatIfQuery, ChangeFilter) {}

export class WhatIfItemsQuery extends IntersectionType(WhatIfCsvQuery, PageQuery) {}

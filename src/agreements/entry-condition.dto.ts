import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { IfGiven } from '../platform/if-given';
import { type FieldError, Refusal } from '../platform/refusal';
import { IsInstantOrDate, millisOf } from './instant';
import type { EntryCondition } from './rules/agreement';

export const ENTRY_RULES = ['not_before', 'after_last_signature', 'after_last_notification'] as const;

/** What terms wait for before they may enter into force. Somebody still records that they do. */
export class EntryConditionDto {
  @ApiProperty({
    enum: ENTRY_RULES,
    description:
      '`not_before`: a date. `after_last_signature`, `after_last_notification`: days after the last signatory has signed, or has given notice that on its side the terms may enter into force',
  })
  @IsIn(ENTRY_RULES)
  rule: (typeof ENTRY_RULES)[number];

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'With `not_before`' })
  @IfGiven()
  @IsInstantOrDate()
  date?: string;

  @ApiPropertyOptional({
    minimum: 0,
    maximum: 3650,
    description: 'With the other rules: days of 24 hours; 0 is at once',
  })
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(3650)
  days?: number;
}

/** The condition of the input. @throws Refusal 422 if it lacks what its rule needs, or has what its rule does not take */
export function readEntryCondition(
  given: EntryConditionDto | undefined,
  field: string,
): EntryCondition | null {
  if (!given) return null;
  const { rule, date, days } = given;
  const [needed, other] = rule === 'not_before' ? (['date', 'days'] as const) : (['days', 'date'] as const);
  const faults: FieldError[] = [];
  const fault = (name: string, named: string, message: string) =>
    faults.push({ field: `${field}.${name}`, rule: named, message });
  if (given[needed] === undefined) fault(needed, 'required', `is needed with rule=${rule}`);
  if (given[other] !== undefined) fault(other, 'entry_condition', `is not for rule=${rule}`);
  if (faults.length > 0) throw Refusal.invalid(...faults);
  return rule === 'not_before' ? { rule, date: millisOf(date!) } : { rule, days: days! };
}

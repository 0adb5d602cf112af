import { type FieldError, Refusal } from '../../platform/refusal';
import type { OtherClauseDto } from '../clauses.dto';
import type { Party } from '../rules/agreement';
import type { OtherClause } from '../rules/terms-content';

/** The clauses of the input. @throws Refusal 422 for an owner that is no party, or that is named twice over */
export function readClauses(
  given: readonly OtherClauseDto[] | undefined,
  parties: readonly Party[],
  field: string,
): OtherClause[] | undefined {
  const faults: FieldError[] = [];
  for (const [index, { owner, owner_role: role }] of (given ?? []).entries()) {
    const place = `${field}other_clauses.${index}`;
    if (owner !== undefined && role !== undefined)
      faults.push({
        field: `${place}.owner`,
        rule: 'one_owner',
        message: 'is not for a clause with owner_role',
      });
    else if (owner !== undefined && !parties.some(({ organization }) => organization.handle === owner))
      faults.push({
        field: `${place}.owner`,
        rule: 'party',
        message: 'must be the handle of a party of the terms',
      });
  }
  if (faults.length > 0) throw Refusal.invalid(...faults);
  return given?.map(({ number, language, heading, text, owner_role, owner, binding }) => ({
    number,
    heading,
    ...(language !== undefined && { language }),
    ...(text !== undefined && { text }),
    ...(owner_role !== undefined && { owner_role }),
    ...(owner !== undefined && { owner }),
    ...(binding !== undefined && { binding }),
  }));
}

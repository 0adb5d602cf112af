import { Injectable } from '@nestjs/common';
import { type FieldError, Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';

const FIELD = 'handling.named_persons';

/** Checks whom a RED version names: duty officers of partners, whom the viewer's organization may know. */
@Injectable()
export class NamedPersons {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** @throws Refusal 422 naming each place; the same for who is no duty officer, no partner's, or nobody at all */
  readonly require = async (accounts: readonly string[]): Promise<void> => {
    const found = await this.transaction.query<{ id: string }>(
      'SELECT id FROM app.partner_officers($1) WHERE id = ANY ($2::uuid[])',
      [this.transaction.at, accounts],
    );
    const known = new Set(found.map(({ id }) => id));
    const faults = accounts.flatMap((account, n): FieldError[] => {
      if (known.has(account)) return [];
      const message = 'must be a duty officer of an operating CERT with which an agreement is in force';
      return [{ field: `${FIELD}[${n}]`, rule: 'duty-officer', message }];
    });
    if (faults.length > 0) throw Refusal.invalid(...faults);
  };
}

/** RED alone names persons. @throws Refusal 422 */
export function refuseNamesBeside(tlp: string | null, named: readonly string[]): void {
  if (named.length === 0 || tlp === 'RED') return;
  const message = 'only TLP:RED names persons: give an empty list with any other marking';
  throw Refusal.invalid({ field: FIELD, rule: 'red-only', message });
}

import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { dueWithin } from '../obligations/within';
import type { Severity, WithinTime } from '../rules/vocabulary';

/** Until when a request is to be answered, and the grant that says so. */
export interface Promised {
  readonly grantId: string;
  readonly agreement: string;
  readonly due: Date;
}
interface Term {
  id: string;
  agreement: string;
  respond_within: WithinTime;
}

/** Until when a team has promised another to answer what it asks, by the terms in force between them when it asks. */
@Injectable()
export class Promises {
  constructor(private readonly transaction: ViewerTransaction) {}

  /**
   * The earliest of what several say; of what is due at the same instant the agreement rather than what stands below it.
   * A severity that nobody has said is no reason to hurry: the ordinary time counts.
   * @returns null where no terms in force promise a time
   */
  async of(asked: string, asker: string, severity: Severity | null): Promise<Promised | null> {
    const at = this.transaction.at.getTime();
    const terms = await this.transaction.query<Term>('SELECT * FROM app.response_terms($1, $2, $3)', [
      ...[asked, asker, this.transaction.at],
    ]);
    const promised = terms.map(({ id, agreement, respond_within: { by_severity, ...ordinary } }) => ({
      ...{ grantId: id, agreement },
      due: dueWithin({ ...ordinary, ...(severity && by_severity && { by_severity }) }, severity, at),
    }));
    const [first, ...others] = promised;
    if (!first) return null;
    const earliest = others.reduce((best, one) => (one.due < best.due ? one : best), first);
    return { ...earliest, due: new Date(earliest.due) };
  }
}

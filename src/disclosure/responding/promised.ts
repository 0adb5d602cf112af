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
  respond_within: WithinTime | null;
  update_hours: number | null;
}

/** Every how many hours a word is owed, and the grant that says so. */
export interface PromisedUpdates {
  readonly grantId: string;
  readonly hours: number;
}
/** What is promised of a request; null where nothing is. */
export interface Service {
  readonly response: Promised | null;
  readonly updates: PromisedUpdates | null;
}

/** Until when a team has promised another to answer what it asks, by the terms in force between them when it asks. */
@Injectable()
export class Promises {
  constructor(private readonly transaction: ViewerTransaction) {}

  /**
   * The earliest of what several say; of what is due at the same instant the agreement rather than what stands below it.
   * A severity that nobody has said is no reason to hurry: the ordinary time counts.
   */
  async of(asked: string, asker: string, severity: Severity | null): Promise<Service> {
    const at = this.transaction.at.getTime();
    const terms = await this.transaction.query<Term>('SELECT * FROM app.service_terms($1, $2, $3)', [
      ...[asked, asker, this.transaction.at],
    ]);
    const responses = terms.flatMap(({ id, agreement, respond_within: within }): Promised[] => {
      if (within === null) return [];
      const { by_severity, ...ordinary } = within;
      const said = { ...ordinary, ...(severity && by_severity && { by_severity }) };
      return [{ grantId: id, agreement, due: new Date(dueWithin(said, severity, at)) }];
    });
    const updates = terms.flatMap(({ id, update_hours: hours }): PromisedUpdates[] =>
      hours === null ? [] : [{ grantId: id, hours }],
    );
    return {
      response: first(responses, ({ due }) => due.getTime()),
      updates: first(updates, ({ hours }) => hours),
    };
  }
}

/** The first of those with the least; null of none. */
const first = <T>(all: readonly T[], of: (one: T) => number): T | null =>
  all.reduce<T | null>((best, one) => (best === null || of(one) < of(best) ? one : best), null);

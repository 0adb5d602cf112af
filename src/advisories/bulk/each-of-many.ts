import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { BulkOutcome, BulkProblem, BulkReport } from './bulk.dto';

const problemOf = ({ code, status, detail, errors }: Refusal): BulkProblem => ({
  type: `/problems/${code}`,
  status,
  detail,
  ...(errors.length > 0 ? { errors } : {}),
});

const count = (results: readonly BulkOutcome[], wanted: BulkOutcome['outcome']) =>
  results.filter(({ outcome }) => outcome === wanted).length;

/** Does the same to many objects in one transaction, each up to a savepoint of its own. */
@Injectable()
export class EachOfMany {
  constructor(private readonly transaction: ViewerTransaction) {}

  /**
   * @param act what is done to one; a Refusal refuses this one, any other error takes everything back
   * @param atomic whether none is done where one is refused
   */
  async run(
    ids: readonly string[],
    act: (id: string, index: number) => Promise<unknown>,
    atomic: boolean,
  ): Promise<BulkReport> {
    await this.transaction.query('SAVEPOINT bulk_all');
    const results: BulkOutcome[] = [];
    for (const [index, id] of ids.entries()) results.push(await this.one(id, () => act(id, index)));
    const takenBack = atomic && results.some(({ outcome }) => outcome === 'refused');
    await this.transaction.query(takenBack ? 'ROLLBACK TO SAVEPOINT bulk_all' : 'RELEASE SAVEPOINT bulk_all');
    const told = takenBack
      ? results.map((one) => (one.outcome === 'done' ? { ...one, outcome: 'not_done' as const } : one))
      : results;
    return {
      done: count(told, 'done'),
      refused: count(told, 'refused'),
      not_done: count(told, 'not_done'),
      results: told,
    };
  }

  private async one(id: string, act: () => Promise<unknown>): Promise<BulkOutcome> {
    await this.transaction.query('SAVEPOINT bulk_one');
    try {
      await act();
      await this.transaction.query('RELEASE SAVEPOINT bulk_one');
      return { id, outcome: 'done', problem: null };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.transaction.query('ROLLBACK TO SAVEPOINT bulk_one');
      return { id, outcome: 'refused', problem: problemOf(error) };
    }
  }
}

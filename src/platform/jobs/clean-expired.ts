import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../viewer-transaction';
import { Jobs } from './jobs';

/** Removes what has run out and would only be in the way: counters of limits, and failed sign-ins of the day before. */
@Injectable()
export class CleanExpired {
  constructor(
    private readonly transaction: ViewerTransaction,
    jobs: Jobs,
  ) {
    jobs.work('clean-expired', () => this.run());
  }

  async run(): Promise<void> {
    await this.transaction.query('SELECT app.forget_expired($1)', [this.transaction.at]);
  }
}

import { Injectable } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs';
import { ViewerTransaction } from '../../platform/viewer-transaction';

/** What is overdue is told once a day for each agreement and side, however many processes run. */
@Injectable()
export class DigestObligations {
  constructor(
    private readonly transaction: ViewerTransaction,
    jobs: Jobs,
  ) {
    jobs.work('digest-obligations', () => this.run());
  }

  private async run(): Promise<void> {
    await this.transaction.query('SELECT app.digest_obligations($1)', [this.transaction.at]);
  }
}

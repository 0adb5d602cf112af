import { Injectable } from '@nestjs/common';
import { Jobs } from '../platform/jobs/jobs';
import { ViewerTransaction } from '../platform/viewer-transaction';

/** What the end of an embargo makes public enters the public's feed within a minute, so that no reader waits for it. */
@Injectable()
export class DrainPublicFeed {
  constructor(
    private readonly transaction: ViewerTransaction,
    jobs: Jobs,
  ) {
    jobs.work('drain-public-feed', () => this.run());
  }

  private async run(): Promise<void> {
    const sql = 'SELECT app.drain_for_everybody($1) AS more';
    while ((await this.transaction.one<{ more: boolean }>(sql, [this.transaction.at]))?.more);
  }
}

import { Injectable } from '@nestjs/common';
import { Jobs } from '../platform/jobs/jobs';
import { ViewerTransaction } from '../platform/viewer-transaction';

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const DRAIN = 'SELECT app.drain_next_due($1, $2) AS team';

/**
 * What the mere passing of time brings enters the feeds of teams within a minute, whether they ask or not: the first
 * who pulls does not wait for it. Each run goes through the teams once, each in a transaction of its own, and takes a
 * bounded part of what is due to each.
 */
@Injectable()
export class DrainDueFeeds {
  constructor(
    private readonly transaction: ViewerTransaction,
    jobs: Jobs,
  ) {
    jobs.work('drain-due-feeds', (_data, after) => this.next(after));
  }

  /** @returns the team that was drained, after which to go on; undefined after the last */
  private async next(after = BEFORE_ALL): Promise<string | undefined> {
    const found = await this.transaction.one<{ team: string | null }>(DRAIN, [after, this.transaction.at]);
    return found?.team ?? undefined;
  }
}

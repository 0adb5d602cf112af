import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Jobs } from '../platform/jobs/jobs';
import { describeFault } from '../platform/log/describe-fault';
import { LOG } from '../platform/log/log';
import { ViewerTransaction } from '../platform/viewer-transaction';

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * What the mere passing of time brings enters the feeds of teams within a minute, whether they ask or not: the first
 * who pulls does not wait for it. Each run goes through the teams once, each in a transaction of its own, and takes a
 * bounded part of what is due to each.
 */
@Injectable()
export class DrainDueFeeds {
  constructor(
    private readonly transaction: ViewerTransaction,
    @Inject(LOG) private readonly log: Logger,
    jobs: Jobs,
  ) {
    jobs.work('drain-due-feeds', (_data, after) => this.next(after));
  }

  /** @returns the team whose turn it was, after which to go on; undefined after the last */
  private async next(after = BEFORE_ALL): Promise<string | undefined> {
    const sql = 'SELECT app.next_team_due($1, $2) AS team';
    const found = await this.transaction.one<{ team: string | null }>(sql, [after, this.transaction.at]);
    const team = found?.team ?? undefined;
    if (team !== undefined) await this.drain(team);
    return team;
  }

  /** A team of which something fails holds up no other. What is due to it stays due, and the next run tries again. */
  private async drain(team: string): Promise<void> {
    await this.transaction.query('SAVEPOINT drain_due');
    try {
      await this.transaction.query('SELECT app.drain_due($1, $2)', [team, this.transaction.at]);
    } catch (error) {
      await this.transaction.query('ROLLBACK TO SAVEPOINT drain_due');
      this.log.error(
        { team, fault: describeFault(error) },
        'what is due to a team could not be put into its feed',
      );
    }
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Jobs } from '../../platform/jobs/jobs';
import { describeFault } from '../../platform/log/describe-fault';
import { LOG } from '../../platform/log/log';
import { ViewerTransaction } from '../../platform/viewer-transaction';

/** Chunks of one run, so that it ends before another process may take it over; the next run goes on. */
const MOST_CHUNKS = 100;

/** Where a run is: how many chunks it has done, and the last matching that it is through with. */
interface Place {
  chunks: number;
  passed: string;
}

const BEGINNING: Place = { chunks: 0, passed: '00000000-0000-0000-0000-000000000000' };

/**
 * What was released before terms were signed is matched with them chunk by chunk, each in a transaction of its own,
 * so that it is done by the time they enter into force and nobody waits for all of it.
 */
@Injectable()
export class MatchEntitlements {
  constructor(
    private readonly transaction: ViewerTransaction,
    @Inject(LOG) private readonly log: Logger,
    jobs: Jobs,
  ) {
    jobs.work('match-entitlements', async (_data, after) => {
      const place = await this.next(after === undefined ? BEGINNING : (JSON.parse(after) as Place));
      return place && JSON.stringify(place);
    });
  }

  /** @returns where to go on; undefined when nothing is left, or enough is done for one run */
  private async next({ chunks, passed }: Place): Promise<Place | undefined> {
    if (chunks >= MOST_CHUNKS) return undefined;
    const sql = 'SELECT app.next_matching($1) AS id';
    const { id } = (await this.transaction.one<{ id: string | null }>(sql, [passed])) ?? { id: null };
    if (id === null) return undefined;
    return { chunks: chunks + 1, passed: (await this.chunk(id)) ? passed : id };
  }

  /** A matching of which a chunk fails keeps what it has and holds up no other; the next run tries again. */
  private async chunk(id: string): Promise<boolean> {
    await this.transaction.query('SAVEPOINT match_on');
    try {
      const sql = 'SELECT app.match_on($1, $2) AS more';
      const done = await this.transaction.one<{ more: boolean }>(sql, [id, this.transaction.at]);
      return done?.more ?? false;
    } catch (error) {
      await this.transaction.query('ROLLBACK TO SAVEPOINT match_on');
      this.log.error({ matching: id, fault: describeFault(error) }, 'terms could not be matched');
      return false;
    }
  }
}

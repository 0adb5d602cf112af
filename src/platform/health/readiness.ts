import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations';
import { Draining } from './draining';

/** How long the database may take, and for how long an answer is given again, in milliseconds. */
const PATIENCE = 2000;
const KEPT = 1000;
const NAMES = migrations.map((Migration) => new Migration().name);

/**
 * Whether this process should be sent requests: it is not stopping, its database answers, and the schema is at least
 * at this code's level. A schema that is ahead is ready, so that the next version can migrate while this one serves.
 */
@Injectable()
export class Readiness {
  private asked: { at: number; answer: Promise<boolean> } | undefined;
  constructor(
    private readonly source: DataSource,
    private readonly draining: Draining,
  ) {}

  async isReady(): Promise<boolean> {
    if (this.draining.announced) return false;
    // Anyone may ask, so the database is not asked each time.
    if (!this.asked || performance.now() - this.asked.at > KEPT)
      this.asked = { at: performance.now(), answer: this.askDatabase() };
    return this.asked.answer;
  }

  private async askDatabase(): Promise<boolean> {
    const query = this.source
      .query<{ ready: boolean }[]>('SELECT app.has_had_migrations($1) AS ready', [NAMES])
      .then(([row]) => row?.ready === true)
      .catch(() => false);
    const late = new AbortController();
    const tooLate = sleep(PATIENCE, false, { signal: late.signal }).catch(() => false);
    return Promise.race([query, tooLate]).finally(() => late.abort());
  }
}

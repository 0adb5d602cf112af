import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations';
import { Draining } from './draining';

/** How long the database may take, and for how long an answer is given again, in milliseconds. */
const PATIENCE = 2000;
const KEPT = 1000;
const ASK = 'SELECT app.has_had_migrations($1) AS ready, app.clock_is_behind() AS behind';
const NAMES = migrations.map((Migration) => new Migration().name);
/** The newest migration that this version knows. */
export const LATEST_MIGRATION = NAMES.at(-1)!;
/** Asks whether the database has had all migrations, whether the clock is behind what was decided, and its own time. */
export const SCHEMA_STATE: [sql: string, parameters: unknown[]] = [
  'SELECT app.has_had_migrations($1) AS applied, app.clock_is_behind() AS behind, clock_timestamp() AS now',
  [NAMES],
];

/** What `/ready` says. */
export type ReadyState = 'ready' | 'not ready' | 'clock behind';

/**
 * Whether this process should be sent requests: it is not stopping, its database answers, the schema is at least at
 * this code's level, and the clock is not behind what was decided. A schema that is ahead is ready, so that the next
 * version can migrate while this one serves.
 */
@Injectable()
export class Readiness {
  private asked: { at: number; answer: Promise<ReadyState> } | undefined;
  constructor(
    private readonly source: DataSource,
    private readonly draining: Draining,
  ) {}

  async isReady(): Promise<boolean> {
    return (await this.state()) === 'ready';
  }

  /** The same, with the one reason that others can mend. */
  async state(): Promise<ReadyState> {
    if (this.draining.announced) return 'not ready';
    // Anyone may ask, so the database is not asked each time.
    if (!this.asked || performance.now() - this.asked.at > KEPT)
      this.asked = { at: performance.now(), answer: this.askDatabase() };
    return this.asked.answer;
  }

  private async askDatabase(): Promise<ReadyState> {
    const query = this.source
      .query<{ ready: boolean; behind: boolean }[]>(ASK, [NAMES])
      .then(([row]) => (row?.ready !== true ? 'not ready' : row.behind ? 'clock behind' : 'ready'))
      .catch(() => 'not ready' as const);
    const late = new AbortController();
    const tooLate = sleep(PATIENCE, 'not ready' as const, { signal: late.signal }).catch(
      () => 'not ready' as const,
    );
    return Promise.race([query, tooLate]).finally(() => late.abort());
  }
}

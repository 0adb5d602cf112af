import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import type { PoolClient } from 'pg';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../data-source';
import { describeFault } from '../log/describe-fault';
import { LOG } from '../log/log';
import { ANONYMOUS, type Viewer } from '../viewer';
import { ViewerTransaction } from '../viewer-transaction';
import { JOBS_SCHEMA, type QueueName } from './queues';

/** What a job is handed: what was sent, of which ids only belong there, since jobs are not behind row-level security. */
export type JobData = Readonly<Record<string, string | number | boolean | null>>;
/** Does a job, or a part of it: with a place as its answer it is called again for the part after that. */
type Handler = (data: JobData, after?: string) => Promise<string | void>;
/** Address of the database as the role that runs jobs. */
export const JOBS_URL = Symbol('JOBS_URL');

const COUNTS = `
  SELECT name AS queue, CASE WHEN state < 'active' THEN 'waiting' ELSE state::text END AS state, count(*)::int AS n
  FROM jobs.job WHERE state <> 'completed' AND name NOT LIKE '\\_\\_%' GROUP BY 1, 2`;

/** How many jobs of a queue wait, run or have failed for good. */
export interface JobCount {
  queue: string;
  state: string;
  n: number;
}

const RUNS = `
  SELECT name AS queue, max(completed_on) FILTER (WHERE state = 'completed') AS last_done_at,
    max(completed_on) FILTER (WHERE state = 'failed') AS last_failed_at,
    count(*) FILTER (WHERE state < 'active')::int AS waiting, count(*) FILTER (WHERE state = 'active')::int AS running,
    count(*) FILTER (WHERE state = 'failed')::int AS failed
  FROM jobs.job WHERE name NOT LIKE '\\_\\_%' GROUP BY name`;

/** What became of the jobs of a queue within a day. */
export interface JobRuns {
  queue: string;
  last_done_at: Date | null;
  last_failed_at: Date | null;
  waiting: number;
  running: number;
  failed: number;
}

interface Sent {
  viewer: Viewer;
  data: JobData;
}

/** Each part of a job is a transaction of its own, so that none holds its locks for all. */
async function inParts(part: (after?: string) => Promise<string | void>): Promise<void> {
  for (let after = await part(); after !== undefined;) after = await part(after);
}

/**
 * Work outside of requests, as a role of its own that may call a few functions and reads no table of ours. Whoever
 * does some registers it when the application is put together.
 */
@Injectable()
export class Jobs implements OnModuleDestroy {
  private readonly handlers = new Map<QueueName, Handler>();
  private started: Promise<{ boss: PgBoss; source: DataSource }> | undefined;

  constructor(
    @Inject(JOBS_URL) private readonly url: string,
    private readonly transaction: ViewerTransaction,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /**
   * Says what the jobs of a queue do. Each runs in a viewer's transaction: the one of who sent it, or the public's
   * for a scheduled one; a job in parts in one for each. What fails is tried again three times, so it has to bear being done twice.
   */
  work(queue: QueueName, handler: Handler): void {
    if (this.handlers.has(queue)) throw new Error(`The queue ${queue} is worked already.`);
    this.handlers.set(queue, handler);
  }

  /** Sends a job in the open viewer transaction: it is there when that commits, and never was when it does not. */
  async send(queue: QueueName, data: JobData): Promise<void> {
    const client = (await this.transaction.manager.queryRunner?.connect()) as PoolClient;
    const executeSql = (text: string, values?: unknown[]) => client.query(text, values);
    const { boss } = await this.running();
    await boss.send(queue, { viewer: this.transaction.viewer, data } satisfies Sent, { db: { executeSql } });
  }

  /** Begins to work. Any number of processes may: a job is taken by one of them. */
  async start({ polling = 2 } = {}): Promise<void> {
    const { boss } = await this.running();
    for (const [queue, handler] of this.handlers)
      await boss.work<Sent | null>(
        queue,
        { pollingIntervalSeconds: polling, batchSize: 1 },
        async ([job]) => {
          if (job) await this.run(queue, handler, job.data);
        },
      );
  }

  /** Ends working, once what is under way is done or `seconds` are over; another process then takes it over. */
  async stop(seconds = 20): Promise<void> {
    const { started } = this;
    this.started = undefined;
    const running = await started;
    await running?.boss.stop({ graceful: true, timeout: seconds * 1000 });
    await running?.source.destroy();
  }

  /** How many jobs there are, by queue and state, without those that are done. */
  async counts(): Promise<JobCount[]> {
    const { source } = await this.running();
    return source.query<JobCount[]>(COUNTS);
  }

  /** When the jobs of each queue were last done, and how many wait. */
  async runs(): Promise<JobRuns[]> {
    const { source } = await this.running();
    return source.query<JobRuns[]>(RUNS);
  }

  onModuleDestroy(): Promise<void> {
    return this.stop(0);
  }

  private async run(queue: QueueName, handler: Handler, sent: Sent | null): Promise<void> {
    const begin = performance.now();
    const { source } = await this.running();
    const { viewer = ANONYMOUS, data = {} } = sent ?? {};
    const part = (after?: string) => this.transaction.run(viewer, () => handler(data, after), { source });
    const fault = await inParts(part).then(() => undefined, describeFault);
    const duration = Math.round(performance.now() - begin);
    if (!fault) return this.log.info({ queue, duration }, 'job');
    this.log.error({ queue, duration, fault }, 'job failed');
    // pg-boss stores what is thrown; the message may quote what was handled.
    throw new Error(fault.type);
  }

  /** Connections of their own, a few, so that requests and jobs do not wait for each other's. */
  private running(): Promise<{ boss: PgBoss; source: DataSource }> {
    this.started ??= this.connect();
    return this.started;
  }

  private async connect(): Promise<{ boss: PgBoss; source: DataSource }> {
    const source = createDataSource(this.url, { entities: [], connections: 2 });
    const boss = new PgBoss({
      connectionString: this.url,
      application_name: 'accord jobs',
      schema: JOBS_SCHEMA,
      createSchema: false,
      migrate: false,
      reindex: false,
      max: 2,
    });
    boss.on('error', (error) => this.log.error({ fault: describeFault(error) }, 'jobs'));
    await source.initialize();
    return { source, boss: await boss.start() };
  }
}

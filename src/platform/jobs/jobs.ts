import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import type { PoolClient } from 'pg';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { describeFault } from '../log/describe-fault';
import { LOG } from '../log/log';
import { ANONYMOUS, type Viewer } from '../viewer';
import { ViewerTransaction } from '../viewer-transaction';
import { JOBS_SCHEMA, type QueueName } from './queues';

/** What a job is handed: what was sent, of which ids only belong there, since jobs are not behind row-level security. */
export type JobData = Readonly<Record<string, string | number | boolean | null>>;
type Handler = (data: JobData) => Promise<void>;
interface Sent {
  viewer: Viewer;
  data: JobData;
}

/** Work outside of requests. Whoever does some registers it when the application is put together. */
@Injectable()
export class Jobs implements OnModuleDestroy {
  private readonly handlers = new Map<QueueName, Handler>();
  private started: Promise<PgBoss> | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly transaction: ViewerTransaction,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /**
   * Says what the jobs of a queue do. Each runs in a viewer's transaction: the one of who sent it, or the public's
   * for a scheduled one. What fails is tried again three times, so it has to bear being done twice.
   */
  work(queue: QueueName, handler: Handler): void {
    if (this.handlers.has(queue)) throw new Error(`The queue ${queue} is worked already.`);
    this.handlers.set(queue, handler);
  }

  /** Sends a job in the open viewer transaction: it is there when that commits, and never was when it does not. */
  async send(queue: QueueName, data: JobData): Promise<void> {
    const client = (await this.transaction.manager.queryRunner?.connect()) as PoolClient;
    const executeSql = (text: string, values?: unknown[]) => client.query(text, values);
    const boss = await this.boss();
    await boss.send(queue, { viewer: this.transaction.viewer, data } satisfies Sent, { db: { executeSql } });
  }

  /** Begins to work. Any number of processes may: a job is taken by one of them. */
  async start({ polling = 2 } = {}): Promise<void> {
    const boss = await this.boss();
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
    await (await started)?.stop({ graceful: true, timeout: seconds * 1000 });
  }

  onModuleDestroy(): Promise<void> {
    return this.stop(0);
  }

  private async run(queue: QueueName, handler: Handler, sent: Sent | null): Promise<void> {
    const begin = performance.now();
    const { viewer = ANONYMOUS, data = {} } = sent ?? {};
    const fault = await this.transaction
      .run(viewer, () => handler(data))
      .then(() => undefined, describeFault);
    const duration = Math.round(performance.now() - begin);
    if (!fault) return this.log.info({ queue, duration }, 'job');
    this.log.error({ queue, duration, fault }, 'job failed');
    // pg-boss stores what is thrown; the message may quote what was handled.
    throw new Error(fault.type);
  }

  /** Connections of its own, two at most, so that requests and jobs do not wait for each other's. */
  private boss(): Promise<PgBoss> {
    this.started ??= this.connect();
    return this.started;
  }

  private async connect(): Promise<PgBoss> {
    const { url } = this.source.options as { url?: string };
    const boss = new PgBoss({
      connectionString: url,
      application_name: 'accord jobs',
      schema: JOBS_SCHEMA,
      createSchema: false,
      migrate: false,
      reindex: false,
      max: 2,
    });
    boss.on('error', (error) => this.log.error({ fault: describeFault(error) }, 'jobs'));
    return boss.start();
  }
}

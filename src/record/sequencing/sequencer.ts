import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock';
import { createDataSource } from '../../platform/data-source';
import { JOBS_URL } from '../../platform/jobs/jobs';
import { describeFault } from '../../platform/log/describe-fault';
import { LOG } from '../../platform/log/log';
import { SETTINGS } from '../../platform/secret';
import type { Settings } from '../../platform/settings';
import { formatCheckpoint } from '../tree/checkpoint';
import { signNote } from '../tree/note';
import { RecordKey } from './record-key';

/** How often it is looked whether entries wait, in milliseconds: integration follows within a second. */
const EVERY = 200;
/** How many entries are put into the trees in one transaction, and how many heads are signed in a row. */
const AT_ONCE = 2000;
const HEADS = 200;

interface Head {
  log: string;
  size: string;
  root: Buffer;
  origin: string | null;
}

/** Where it can be made to fail, by name, in tests. */
export type Step = 'sequence' | 'sign' | 'publish';

/**
 * Puts entries that are committed into the trees of their logs and signs the heads. Any number of processes may run one:
 * the database lets one of them write at a time. What is sequenced is committed before it is signed, so that whatever
 * happens in between, no two heads of one size are signed that differ.
 */
@Injectable()
export class Sequencer implements OnModuleDestroy {
  private source: Promise<DataSource> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private readonly key: RecordKey;
  private readonly host: string;

  constructor(
    @Inject(JOBS_URL) private readonly url: string,
    @Inject(SETTINGS) settings: Settings,
    @Inject(LOG) private readonly log: Logger,
    private readonly clock: Clock,
  ) {
    this.key = new RecordKey(settings);
    this.host = new URL(settings.publicUrl).host;
  }

  /** Begins to work, and goes on until it is stopped; a fault is logged and tried again. */
  start(): void {
    this.timer ??= setInterval(() => {
      this.running ??= this.once()
        .catch((error: unknown) => this.log.error({ fault: describeFault(error) }, 'record'))
        .then(() => {
          this.running = undefined;
        });
    }, EVERY).unref();
  }

  /** Ends working, once what is under way is done. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.running;
    const source = await this.source;
    this.source = undefined;
    await source?.destroy();
  }

  onModuleDestroy(): Promise<void> {
    return this.stop();
  }

  /** Puts all that waits into the trees, and signs every head that is not. @returns how many entries were sequenced */
  async once(before: (step: Step) => Promise<void> | void = () => undefined): Promise<number> {
    const source = await (this.source ??= createDataSource(this.url, {
      entities: [],
      connections: 1,
    }).initialize());
    let done = 0;
    for (let more = AT_ONCE; more >= AT_ONCE; done += more) {
      await before('sequence');
      [{ more }] = await source.query<[{ more: number }]>('SELECT app.sequence_record($1) AS more', [
        AT_ONCE,
      ]);
    }
    for (let heads = HEADS; heads >= HEADS;) heads = await this.signHeads(source, before);
    return done;
  }

  private async signHeads(source: DataSource, before: (step: Step) => Promise<void> | void): Promise<number> {
    const heads = await source.query<Head[]>('SELECT * FROM app.heads_to_sign($1)', [HEADS]);
    for (const { log, size, root, origin: known } of heads) {
      const origin = known ?? `${this.host}/api/v1/logs/${log}`;
      await before('sign');
      const text = formatCheckpoint({ origin, size: Number(size), root });
      const note = signNote(text, this.key.named(origin));
      await before('publish');
      await source.query('SELECT app.keep_checkpoint($1, $2, $3, $4, $5, $6, $7)', [
        ...[log, size, root, origin, this.key.publicKey, note, this.clock.now()],
      ]);
    }
    return heads.length;
  }
}

import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { ClientBase } from 'pg';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { type AskedBy, BY_NO_REQUEST } from './asked-by';
import { Clock } from './clock';
import { runPrepared } from './prepared-statement';
import { Refusal } from './refusal';
import { Turns } from './turns';
import type { Onlooker } from './onlooker';
import type { Viewer } from './viewer';

interface Open {
  readonly manager: EntityManager;
  readonly client: ClientBase;
  readonly viewer: Viewer;
  readonly bodyless: boolean;
  readonly asked: AskedBy;
  at: Date;
}
const open = new AsyncLocalStorage<Open>();

/** Of the connections of a process most stay free for those who act, however many look at how much. */
const MOST_LOOKS = 4;
const LONGEST_LOOK_SECONDS = 60;
/** The code with which the database ends a statement that takes longer. */
const GIVEN_UP = '57014';

const codeOf = (error: unknown): string | undefined =>
  error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;

/** The code with which the database refuses to choose an instant before one that was decided at. */
const CLOCK_BEHIND = 'ACC01';
const clockBehind = () =>
  new Refusal(
    'clock-behind',
    503,
    'The clock of the database has been set back. Nothing is answered until it has caught up.',
    [],
    { 'Retry-After': '30' },
  );

const tooLong = () =>
  new Refusal(
    'question/too-long',
    503,
    `The answer was not found within ${LONGEST_LOOK_SECONDS} seconds and was given up.`,
    [],
    { 'Retry-After': '60' },
  );

/**
 * Runs what chooses the instant of a transaction.
 * @throws Refusal `clock-behind` while the clock is behind what was decided already: what ended since would be open again
 */
async function instantFrom(client: ClientBase, sql: string, parameters: unknown[]): Promise<Date> {
  const [row] = await runPrepared<{ at: Date }>(client, sql, parameters).catch((error: unknown) => {
    throw codeOf(error) === CLOCK_BEHIND ? clockBehind() : error;
  });
  if (!row) throw new Error('The database does not tell the time.');
  return row.at;
}

/**
 * One transaction with one viewer at one instant. Row-level security reads both from the transaction's settings;
 * outside of it every statement of the application role sees nothing. Never take a second one inside: the pool
 * would run dry.
 */
@Injectable()
export class ViewerTransaction {
  private readonly looks = new Turns(MOST_LOOKS);

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` in a transaction of its own and commits before it returns. With `serving`, the team's serving lock
   * is held from before the instant is chosen: whoever pauses sharing takes it exclusively, so no answer that
   * began before a pause is sent after it. With `bodyless` the answer has no body (HEAD). `asked` says by which channel and
   * for which purpose a request asks; row-level security reads it, too.
   * With `source` it runs as that source's role instead of the one that serves.
   */
  async run<T>(
    viewer: Viewer,
    work: () => Promise<T>,
    { serving = false, bodyless = false, asked = BY_NO_REQUEST, source = this.source } = {},
  ): Promise<T> {
    if (open.getStore()) throw new Error('A viewer transaction is open already.');
    const runner = source.createQueryRunner();
    const client = (await runner.connect()) as ClientBase;
    try {
      await runner.startTransaction();
      const lock = serving ? `serve:${viewer.organizationId}` : null;
      const { channel, purpose } = asked;
      const begin = [lock, viewer.organizationId, viewer.personId, this.clock.given(), channel, purpose];
      const at = await instantFrom(client, 'SELECT app.enter($1, $2, $3, $4, $5, $6) AS at', begin);
      const result = await open.run({ manager: runner.manager, client, viewer, bodyless, asked, at }, work);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // A refusal that was itself recorded has to stay on record; everything else leaves no trace.
      const keep = error instanceof Refusal && error.recorded;
      if (runner.isTransactionActive)
        await (keep ? runner.commitTransaction() : runner.rollbackTransaction());
      throw error;
    } finally {
      await runner.release();
    }
  }

  /**
   * Runs `work`, which only looks, in one snapshot: it holds no lock that anybody waits for, sees nothing of what
   * commits meanwhile, and can write nothing. A few look at a time; the others wait without a connection. What takes
   * too long is given up, and what nobody waits for any more is cut off.
   * @throws Refusal `question/too-long`
   */
  look<T>(by: Onlooker, work: () => Promise<T>): Promise<T> {
    if (open.getStore()) throw new Error('A viewer transaction is open already.');
    return this.looks.run(() => this.snapshot(by, work), by.gone);
  }

  private async snapshot<T>(
    { viewer, asked = BY_NO_REQUEST, gone }: Onlooker,
    work: () => Promise<T>,
  ): Promise<T> {
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as ClientBase & { end(): Promise<void> };
    // The server looks out for the other end of its connection, and ends what it does for it.
    const cutOff = () => void client.end();
    gone?.addEventListener('abort', cutOff);
    try {
      await runner.startTransaction('REPEATABLE READ');
      const { channel, purpose } = asked;
      const longest = LONGEST_LOOK_SECONDS;
      const begin = [viewer.organizationId, viewer.personId, this.clock.given(), longest, channel, purpose];
      const at = await instantFrom(client, 'SELECT app.look($1, $2, $3, $4, $5, $6) AS at', begin);
      return await open.run({ manager: runner.manager, client, viewer, bodyless: false, asked, at }, work);
    } catch (error) {
      throw codeOf(error) === GIVEN_UP ? tooLong() : error;
    } finally {
      gone?.removeEventListener('abort', cutOff);
      // A connection that does not take back what was begun is not used again.
      await runner.rollbackTransaction().catch(cutOff);
      await runner.release();
    }
  }

  private get current(): Open {
    const found = open.getStore();
    if (!found) throw new Error('There is no viewer transaction here.');
    // The connection is somebody else's by now.
    if (found.manager.queryRunner?.isReleased) throw new Error('This viewer transaction is over.');
    return found;
  }

  get viewer(): Viewer {
    return this.current.viewer;
  }

  /** Whether only the head of the answer is sent. */
  get bodyless(): boolean {
    return this.current.bodyless;
  }

  /** By which channel and for which purpose is asked. */
  get asked(): AskedBy {
    return this.current.asked;
  }

  /** The one instant of this request, in whole milliseconds. */
  get at(): Date {
    return this.current.at;
  }

  /** The person who acts. @throws Error for keys and anonymous callers, whom access rules keep from such routes */
  get person(): string {
    const { personId } = this.viewer;
    if (!personId) throw new Error('Only a person does this.');
    return personId;
  }

  get manager(): EntityManager {
    return this.current.manager;
  }

  /** Runs one statement in this transaction and returns its rows. */
  async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const result: unknown = await this.manager.query(sql, parameters);
    return result as Row[];
  }

  /** The same with a statement that is asked all the time; see `runPrepared`. */
  async prepared<Row extends object>(sql: string, parameters: unknown[]): Promise<Row[]> {
    return runPrepared(this.current.client, sql, parameters);
  }

  /** The first row of a statement, or undefined. */
  async one<Row>(sql: string, parameters: unknown[] = []): Promise<Row | undefined> {
    return (await this.query<Row>(sql, parameters))[0];
  }

  /**
   * Waits for an advisory lock that lasts until the transaction ends, then renews the instant: what is recorded
   * after a wait happened after it.
   */
  async lock(name: string): Promise<void> {
    await this.query('SELECT pg_advisory_xact_lock(app.lock_key($1))', [name]);
    await this.renewInstant();
  }

  /** Moves the instant of this transaction to now; for use after a wait, before anything is judged. */
  async renewInstant(): Promise<void> {
    const sql = 'SELECT app.choose_instant($1) AS at';
    this.current.at = await instantFrom(this.current.client, sql, [this.clock.given()]);
  }
}

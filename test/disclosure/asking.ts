import type { DataSource, EntityManager } from 'typeorm';
import { BY_REST } from './witnesses';

interface Entry {
  due: boolean | null;
  seq: string | null;
  kind: string;
  notice: string | null;
  notice_types: string[] | null;
}

/** What the application might send as one team, or as a person of it, at one instant. */
export class Asking {
  constructor(
    private readonly manager: EntityManager,
    readonly team: string,
    readonly moment: Date,
  ) {}

  query<Row>(sql: string, given: unknown[] = []): Promise<Row[]> {
    return this.manager.query<Row[]>(sql, given);
  }

  async count(source: string, given: unknown[] = []): Promise<number> {
    const [row] = await this.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${source}`, given);
    return row!.n;
  }

  /** Others' versions, as row-level security has them. */
  versions(): Promise<number> {
    return this.count('item_version WHERE owner_id <> $1', [this.team]);
  }

  /** What it is entitled to, as row-level security has it. */
  entitlements(): Promise<number> {
    return this.count('entitlement WHERE owner_id <> $1', [this.team]);
  }

  /** What the feed tells, brought up to the instant as a pull does it: `added`, or the words of a notice with the types that it is about. */
  async feed(): Promise<string[]> {
    for (let tries = 0; tries < 2; tries++) {
      const [head, ...entries] = await this.query<Entry>('SELECT * FROM app.feed_page($1, $2, 0, 50)', [
        this.team,
        this.moment,
      ]);
      if (!head!.due)
        return entries.map(({ kind, notice, notice_types: of }) => [notice ?? kind, ...(of ?? [])].join(' '));
      const [drained] = await this.query<{ more: boolean }>('SELECT app.drain_own($1, 100) AS more', [
        this.team,
      ]);
      if (drained!.more) break;
    }
    throw new Error(`At ${this.moment.toISOString()} the feed stays due, though it has been drained.`);
  }

  /** Entries that the feed holds, told or hidden. */
  async held(): Promise<number> {
    await this.feed();
    return this.count('feed_entry WHERE team_id = $1 AND NOT superseded', [this.team]);
  }

  /** Documents behind the ids by which the team knows items. */
  async behindIds(): Promise<number> {
    await this.feed();
    return this.count(
      `variant s CROSS JOIN LATERAL app.shared_entry($1, $2, s.external_id)
       WHERE s.team_id IN ($1, app.public_team()) AND s.person_id IS NULL`,
      [this.team, this.moment],
    );
  }

  /** What is shared with the person by name. */
  async named(): Promise<number> {
    await this.query('SELECT app.show_named($1)', [this.moment]);
    return this.count('app.named_entries($1)', [this.moment]);
  }
}

export interface Asker {
  readonly team: string;
  readonly person?: string;
}
type What<Answer> = (asking: Asking) => Promise<Answer>;

/** Asks as the application’s role, so that row-level security holds. Nothing remains of what is asked. */
export class AskingAs {
  constructor(private readonly app: DataSource) {}

  /** At each instant after the one before, as who pulls again and again. */
  async inTurn<Answer>(
    { team, person = '' }: Asker,
    moments: readonly number[],
    what: What<Answer>,
  ): Promise<Answer[]> {
    const runner = this.app.createQueryRunner();
    await runner.startTransaction();
    try {
      const answers: Answer[] = [];
      for (const moment of moments.map((one) => new Date(one))) {
        await runner.query(
          `SELECT set_config('app.viewer_org', $1, true), set_config('app.viewer_person', $2, true),
             set_config('app.at', $3, true), set_config('app.channel', $4, true)`,
          [team, person, moment.toISOString(), BY_REST.channel],
        );
        answers.push(await what(new Asking(runner.manager, team, moment)));
      }
      return answers;
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  /** At each instant as if it were the first at which anything is asked. */
  async atFirst<Answer>(asker: Asker, moments: readonly number[], what: What<Answer>): Promise<Answer[]> {
    const answers: Answer[] = [];
    for (const moment of moments) answers.push(...(await this.inTurn(asker, [moment], what)));
    return answers;
  }
}

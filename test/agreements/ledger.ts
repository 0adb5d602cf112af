import { randomUUID } from 'node:crypto';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Agreement, Fact, Instant, Organization, Pause } from '../../src/agreements/rules/agreement';
import { cncert, moitt, pkcert } from './builder';

type People = 'first' | 'second';
const BLANK = Buffer.alloc(32);
const at = (instant: Instant): Date => new Date(instant);
const atOrNull = (instant: Instant | null): Date | null => (instant === null ? null : at(instant));

/** Writes agreements as the owner of the tables, past every rule of the application, and reads the views. */
export class Ledger {
  private readonly ids = new Map<string, string>();
  private readonly versions = new Map<string, Map<number | null, string>>();
  private constructor(private readonly db: QueryRunner) {}

  static async open(owner: DataSource): Promise<Ledger> {
    const ledger = new Ledger(owner.createQueryRunner());
    for (const { id, handle, kind, country } of [moitt, pkcert, cncert]) {
      ledger.ids.set(id, randomUUID());
      await ledger.run(
        'INSERT INTO organization (id, handle, name, kind, country, created_at) VALUES ($1, $2, $2, $3, $4, now())',
        [ledger.org(id), handle, kind, country],
      );
      for (const name of ['first', 'second']) {
        ledger.ids.set(`${id} ${name}`, randomUUID());
        await ledger.run(
          `INSERT INTO account (id, organization_id, email, name, password_hash, created_at)
           VALUES ($1, $2, $3, $3, '$argon2id$none', now())`,
          [ledger.ids.get(`${id} ${name}`), ledger.org(id), `${name}@${handle}.example`],
        );
      }
    }
    return ledger;
  }

  run<Row = unknown>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.db.query(sql, parameters) as Promise<Row[]>;
  }

  private org(id: string | null): string | null {
    return id === null ? null : (this.ids.get(id) ?? null);
  }

  account({ id }: Organization, name: People): string {
    return this.ids.get(`${id} ${name}`) ?? '';
  }

  /** What `work` finds about an agreement of a fresh id; nothing of it stays. */
  async tried<T>(work: (id: string) => Promise<T>): Promise<T> {
    await this.db.startTransaction();
    try {
      return await work(randomUUID());
    } finally {
      await this.db.rollbackTransaction();
    }
  }

  /** Writes an agreement with its facts, and returns the database's ids of the facts. */
  async add(id: string, agreement: Agreement): Promise<Map<string, string>> {
    const drafter = this.org(moitt.id);
    const person = this.account(moitt, 'first');
    await this.run(
      `INSERT INTO agreement VALUES ($1::uuid, 'PK-' || upper(left($1::uuid::text, 8)), 'Invented', $2, $3, $4, now())`,
      [id, agreement.kind, drafter, person],
    );
    for (const { organization, roles } of agreement.parties)
      for (const role of roles)
        await this.run('INSERT INTO agreement_party VALUES ($1, $2, $3)', [
          id,
          this.org(organization.id),
          role,
        ]);
    const versions = new Map<number | null, string>();
    for (const { number, amends, expiresAt, entry, noticeDays, grants, parties, ...one } of agreement.terms) {
      const proposer = [cncert, pkcert].find(({ handle }) => handle === one.proposedBy) ?? moitt;
      const version = randomUUID();
      versions.set(number, version);
      await this.run(
        `INSERT INTO terms_version VALUES ($1, $2, $3, $4, 'none', $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [
          version,
          id,
          number,
          atOrNull(expiresAt),
          BLANK,
          this.account(proposer, 'first'),
          this.org(proposer.id),
          new Date(0),
          amends,
          entry?.rule ?? null,
          entry?.rule === 'not_before' ? at(entry.date) : null,
          entry && entry.rule !== 'not_before' ? entry.days : null,
          noticeDays,
        ],
      );
      for (const { organization, roles } of parties)
        if (!agreement.parties.some((there) => there.organization.id === organization.id))
          for (const role of roles)
            await this.run('INSERT INTO accession VALUES ($1, $2, $3, $4)', [
              version,
              id,
              this.org(organization.id),
              role,
            ]);
      if (one.corrigendum)
        await this.run(`INSERT INTO corrigendum VALUES ($1, $2, $3, 'invented', 'Art. 1', NULL, $4)`, [
          version,
          id,
          versions.get(one.corrigendum.corrects),
          one.corrigendum.needsCounterpart,
        ]);
      for (const { from, to } of grants)
        await this.run(
          `INSERT INTO exchange_grant (id, terms_version_id, agreement_id, from_id, to_id, clause, any_category, categories, any_sector, sectors, reach_back)
           VALUES ($1, $2, $3, $4, $5, '1', true, '{}', true, '{}', 'none')`,
          [randomUUID(), version, id, this.org(from), this.org(to)],
        );
    }
    this.versions.set(id, versions);
    return this.addFacts(id, agreement.facts);
  }

  /** Writes facts of an agreement that is there, and returns the database's ids of them. */
  async addFacts(id: string, facts: readonly Fact[]): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    for (const one of facts) {
      const factId = randomUUID();
      ids.set(one.id, factId);
      const recorder =
        [cncert, pkcert].find((organization) => organization.id === one.recordedByOrg) ?? moitt;
      await this.run(
        `INSERT INTO agreement_fact VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $13, $11, $12)`,
        [
          factId,
          id,
          this.versions.get(id)?.get(one.terms) ?? null,
          one.kind,
          this.org(one.party),
          at(one.effectiveAt),
          at(one.recordedAt),
          this.account(recorder, 'first'),
          this.org(recorder.id),
          one.secondPerson && one.kind !== 'corrected' ? 'somebody' : null,
          one.secondPerson && one.kind !== 'corrected' ? BLANK : null,
          one.secondPerson,
          one.kind === 'rejected' ? 'invented' : null,
        ],
      );
      if (one.confirmedAt !== null)
        await this.confirm(factId, this.account(recorder, 'second'), one.confirmedAt);
    }
    return ids;
  }

  async confirm(factId: string, person: string, moment: Instant): Promise<void> {
    await this.run('INSERT INTO agreement_fact_confirmation VALUES ($1, $2, $3)', [
      factId,
      person,
      at(moment),
    ]);
  }

  /** Intervals in which terms are in force, as the view has them. */
  inForce(id: string): Promise<{ number: number; from: number; until: number | null }[]> {
    return this.run(
      `SELECT number, app.millis(valid_from)::float8 AS from, app.millis(valid_until)::float8 AS until
       FROM terms_in_force WHERE agreement_id = $1 ORDER BY number`,
      [id],
    );
  }

  async openGrants({ id }: Organization, moment: Instant): Promise<number> {
    const [row] = await this.run<{ n: number }>(
      'SELECT count(*)::int AS n FROM grant_interval WHERE reader_id = $1 AND opens_at <= $2 AND closes_at > $2',
      [this.org(id), at(moment)],
    );
    return row?.n ?? 0;
  }

  /** Writes a pause of an agreement, and returns the interval that the view gives it. */
  async paused(id: string, one: Pause): Promise<unknown> {
    const pauseId = randomUUID();
    await this.run(
      `INSERT INTO exchange_pause VALUES ($1, $2, $3, NULL, NULL, NULL, $4, $5, NULL, 'invented', NULL, $6, $7, $8)`,
      [
        pauseId,
        one.kind,
        id,
        at(one.startsAt),
        atOrNull(one.endsAt),
        at(one.recordedAt),
        this.account(cncert, 'first'),
        this.org(cncert.id),
      ],
    );
    const { resumption } = one;
    if (resumption) {
      const resumed = randomUUID();
      const instants = [at(resumption.effectiveAt), at(resumption.requestedAt)];
      await this.run(`INSERT INTO exchange_resumption VALUES ($1, $2, $3, 'invented', $4, $5)`, [
        resumed,
        pauseId,
        ...instants,
        this.account(cncert, 'first'),
      ]);
      if (resumption.confirmedAt !== null)
        await this.run('INSERT INTO exchange_resumption_confirmation VALUES ($1, $2, $3)', [
          resumed,
          at(resumption.confirmedAt),
          this.account(cncert, 'second'),
        ]);
    }
    const [found] = await this.run(
      `SELECT app.millis(valid_from)::float8 AS from, app.millis(valid_until)::float8 AS until FROM counted_pause WHERE id = $1`,
      [pauseId],
    );
    return found;
  }
}

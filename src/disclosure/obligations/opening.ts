import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { FeedPosition } from '../feed-position';
import type { Severity } from '../rules/vocabulary';
import type { NewDisclosure } from '../disclosure.store';
import { ObligationLog } from './obligation-log';
import { type Known, owedSets, type OwedSet } from './owed-sets';

/** Opens what is owed for what becomes known, in the same transaction; and closes what the next pull acknowledges. */
@Injectable()
export class Opening {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly log: ObligationLog,
  ) {}

  /**
   * Opens what the terms demand for new disclosures, by sets. A constituent is no party to the agreement of its
   * parent: what it was passed on opens nothing.
   * @param byFeed whether they left through the feed, whose next pull says that they have arrived
   */
  async open(news: readonly NewDisclosure[], byFeed: boolean): Promise<void> {
    const owing = news.filter(({ grant, team, admitting }) =>
      [grant?.facts, ...admitting].some(
        (facts) =>
          grant?.facts.to === team &&
          (facts?.obligations.retention_days !== undefined ||
            (byFeed && facts?.obligations.acknowledge_within !== undefined)),
      ),
    );
    if (owing.length === 0) return;
    const severities = await this.severities(owing);
    const at = this.transaction.at.getTime();
    const known = owing.map((row): Known => ({
      log: row.log,
      agreementId: row.grant!.agreementId,
      grant: row.grant!.facts,
      admitting: row.admitting,
      person: row.person,
      place: byFeed ? BigInt(row.place) : null,
      severity: severities.get(row.variantVersion) ?? null,
    }));
    for (const set of owedSets(known, at)) await this.openSet(set);
  }

  /**
   * A pull that goes on from a place says that everything up to it has arrived, but for what closed lanes hid.
   * Nothing is said of what this pull itself is told.
   */
  async received({ seq, held }: FeedPosition): Promise<void> {
    if (seq === 0n) return;
    const rows = await this.transaction.prepared<{ id: string }>(
      'SELECT id FROM app.arrived_obligations($1, $2, $3, $4) AS arrived(id)',
      [seq, held.map(({ lane }) => lane), held.map(({ from }) => from), held.map(({ upto }) => upto)],
    );
    await this.log.met(
      rows.map(({ id }) => id),
      'pull',
    );
  }

  /** What was acknowledged by name until nothing of a set was left. */
  async acknowledged(): Promise<void> {
    const rows = await this.transaction.query<{ id: string }>(
      'SELECT id FROM app.acknowledged_obligations() AS done(id)',
    );
    await this.log.met(
      rows.map(({ id }) => id),
      'items',
    );
  }

  private async severities(rows: readonly NewDisclosure[]): Promise<Map<string, Severity | null>> {
    const found = await this.transaction.prepared<{ id: string; severity: Severity | null }>(
      `SELECT vv.id, v.severity FROM variant_version vv JOIN item_version v ON v.id = vv.item_version_id WHERE vv.id = ANY ($1)`,
      [rows.map(({ variantVersion }) => variantVersion)],
    );
    return new Map(found.map(({ id, severity }) => [id, severity]));
  }

  /** A set that is open and whose time is not over takes in what is new; otherwise another is opened. */
  private async openSet(set: OwedSet): Promise<void> {
    const { viewer, at } = this.transaction;
    if (set.places !== null) {
      const { low, high } = set.places;
      const taken = await this.transaction.prepared<{ id: string }>(
        `UPDATE obligation_live w SET low = LEAST(w.low, $1), high = GREATEST(w.high, $2) FROM obligation o
         WHERE o.id = w.obligation_id AND w.debtor_id = $3 AND w.high IS NOT NULL AND o.grant_id = $4 AND o.severities = $5
           AND o.covers_from <= $6 AND o.covers_until > $6 AND o.due_at <= $7 RETURNING o.id`,
        [low, high, viewer.organizationId, set.grant.id, set.severities, at, new Date(set.due)],
      );
      if (taken.length > 0) return;
    }
    // What comes after the set of its day was closed begins another.
    const added = await this.transaction.prepared<{ id: string }>(
      `INSERT INTO obligation (log_id, agreement_id, grant_id, term_grant_id, debtor_id, creditor_id, person_id, kind, severities,
         covers_from, covers_until, opened_at, due_at, certificate)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, CASE WHEN same.closed THEN $12 ELSE $10 END, $11, $12, $13, $14
       FROM (SELECT bool_or(w.obligation_id IS NOT NULL) AS live, count(*) > 0 AS closed FROM obligation o
         LEFT JOIN obligation_live w ON w.obligation_id = o.id
         WHERE o.grant_id = $3 AND o.debtor_id = $5 AND o.kind = $8 AND o.person_id IS NOT DISTINCT FROM $7::uuid
           AND o.covers_from BETWEEN $10::timestamptz AND $12::timestamptz AND o.covers_until = $11::timestamptz) same
       WHERE $8 = 'acknowledge' OR same.live IS NOT TRUE ON CONFLICT DO NOTHING RETURNING id`,
      [
        ...[set.log, set.agreementId, set.grant.id, set.termGrant.id, viewer.organizationId, set.grant.from],
        ...[set.person, set.kind, set.severities],
        ...[new Date(set.from), new Date(set.until), at, new Date(set.due), set.certificate],
      ],
    );
    if (set.places === null || added.length === 0) return;
    await this.transaction.prepared(
      'UPDATE obligation_live SET low = $2, high = $3 WHERE obligation_id = $1',
      [added[0]!.id, set.places.low, set.places.high],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Refusal } from '../platform/refusal';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { orConflict } from './agreements.store';
import type { StoredPause } from './dossier';
import { pauseObject, pauseSource } from './dossier.sql';
import { ExchangePauseRow, ExchangeResumptionConfirmationRow, ExchangeResumptionRow } from './pause.entity';
import type { Direction } from './rules/agreement';

/** A pause about to be recorded by the viewer. */
export type NewPause = Omit<ExchangePauseRow, 'id' | 'recordedAt' | 'recordedBy' | 'recordedByOrg'>;

/** Where a page of pauses goes on: after the pause of this instant and id. */
export interface PausePosition {
  recordedAt: number;
  id: string;
}

/** Every statement about suspensions, stops and resumptions. */
@Injectable()
export class PausesStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** A pause that concerns the viewer's organization or one of its agreements. */
  async find(id: string): Promise<StoredPause | undefined> {
    const sql = `SELECT ${pauseObject} AS pause FROM ${pauseSource} WHERE p.id = $1`;
    return (await this.transaction.one<{ pause: StoredPause }>(sql, [id]))?.pause;
  }

  /** Stops of this direction, whether they hold or are over. */
  async stopsOf({ from, to }: Direction): Promise<StoredPause[]> {
    const sql = `SELECT ${pauseObject} AS pause FROM ${pauseSource} WHERE p.kind = 'stop' AND p.from_id = $1 AND p.to_id = $2`;
    const found = await this.transaction.query<{ pause: StoredPause }>(sql, [from, to]);
    return found.map(({ pause }) => pause);
  }

  /** References and ids of the viewer's agreements that grant in this direction, now or from an instant to come. */
  agreementsGranting({ from, to }: Direction): Promise<{ id: string; reference: string }[]> {
    const { at } = this.transaction;
    return this.transaction.query('SELECT * FROM app.granting_agreements($1, $2, $3)', [from, to, at]);
  }

  /** Pauses the viewer may see, newest first; `open` null: over or not. */
  async page(after: PausePosition | null, open: boolean | null, limit: number): Promise<StoredPause[]> {
    const found = await this.transaction.query<{ pause: StoredPause }>(
      `SELECT ${pauseObject} AS pause FROM ${pauseSource}
       WHERE ($1::bigint IS NULL OR (app.millis(p.recorded_at), p.id) < ($1::bigint, $2::uuid))
         AND ($3::boolean IS NULL OR $3 = (COALESCE(p.ends_at > $4, true)
           AND COALESCE(GREATEST(r.effective_at, r.requested_at, c.confirmed_at) > $4 OR c.confirmed_at IS NULL, true)))
       ORDER BY p.recorded_at DESC, p.id DESC LIMIT $5`,
      [after?.recordedAt ?? null, after?.id ?? null, open, this.transaction.at, limit],
    );
    return found.map(({ pause }) => pause);
  }

  /**
   * Records a pause and sets off what follows from it. The caller holds the serving locks of the receivers, so
   * that no answer that began before is sent after; see app.after_pause.
   */
  async add(pause: NewPause): Promise<string> {
    const id = randomUUID();
    const { at, person, viewer, manager } = this.transaction;
    const recorded = { recordedAt: at, recordedBy: person, recordedByOrg: viewer.organizationId };
    await manager.insert(ExchangePauseRow, { id, ...pause, ...recorded });
    await this.transaction.query('SELECT app.after_pause($1)', [id]);
    return id;
  }

  async addResumption(pauseId: string, reason: string): Promise<void> {
    const { at, person, manager } = this.transaction;
    const row: ExchangeResumptionRow = {
      id: randomUUID(),
      pauseId,
      effectiveAt: at,
      reason,
      requestedAt: at,
      requestedBy: person,
    };
    const asked = Refusal.conflict('pause/requested-already', 'Resumption was asked for a moment ago.');
    await orConflict(manager.insert(ExchangeResumptionRow, row), asked);
  }

  async confirmResumption(pauseId: string, resumptionId: string): Promise<void> {
    const { at, person, manager } = this.transaction;
    const row = { resumptionId, confirmedAt: at, confirmedBy: person };
    const confirmed = Refusal.conflict('pause/over', 'Resumption was confirmed a moment ago.');
    await orConflict(manager.insert(ExchangeResumptionConfirmationRow, row), confirmed);
    await this.transaction.query('SELECT app.after_resumption($1, $2)', [pauseId, at]);
  }
}

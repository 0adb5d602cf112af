import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { Service } from '../responding/promised';
import type { StoredClock } from '../responding/response.view';
import type { Severity } from '../rules/vocabulary';
import type { Direction, ReasonCode, RequestState } from './requests.dto';

/** A request as one of its two sides reads it; people are named for their own side. */
export interface StoredRequest extends StoredClock {
  id: string;
  /** Whether the viewer's team asked. */
  sent: boolean;
  requester_id: string;
  addressee_id: string;
  requester: string;
  addressee: string;
  subject: string;
  details: string | null;
  asked_at: Date;
  asked_by: string | null;
  state: RequestState;
  ended_by: string | null;
  reason_code: ReasonCode | null;
  reason: string | null;
  reason_told: boolean | null;
  severity: Severity | null;
  update_hours: number | null;
  updated_at: Date | null;
}

/** A word on how far it is. */
export interface StoredUpdate {
  id: string;
  note: string;
  at: Date;
  by: string | null;
}

/** An answer as its owner knows it. */
export interface OwnAnswer {
  id: string;
  reference: string;
  type: string;
  title: string;
  tlp: string | null;
  answered_at: Date;
  answered_by: string;
  embargo_until: Date | null;
}

export interface NewRequest {
  addresseeId: string;
  subject: string;
  details: string | null;
  openUntil: Date;
  severity: Severity | null;
  service: Service;
}
export interface NewEnd {
  outcome: 'closed' | 'refused';
  reasonCode: ReasonCode | null;
  reason: string | null;
  told: boolean;
}

// $1 is the viewer's organization and $2 the instant, in every statement that reads requests.
const STATE = `COALESCE(e.outcome, CASE WHEN r.open_until <= $2 THEN 'lapsed' ELSE 'open' END)`;
const COLUMNS = `r.id, r.requester_id = $1 AS sent, r.requester_id, r.addressee_id, requester.handle AS requester,
  addressee.handle AS addressee, r.subject, r.details, r.asked_at, asker.name AS asked_by, r.open_until, ${STATE} AS state,
  e.at AS ended_at, ender.name AS ended_by, why.reason_code, why.reason, why.told AS reason_told, r.severity, r.respond_by, under.reference AS respond_under,
  COALESCE(promise.clauses ->> 'respond_within', promise.clause) AS respond_clause, app.responded_at(r.id, $2) AS responded_at, r.update_hours,
  (SELECT max(u.at) FROM information_request_update u WHERE u.request_id = r.id AND u.at <= $2) AS updated_at`;
const JOINS = `JOIN organization requester ON requester.id = r.requester_id JOIN organization addressee ON addressee.id = r.addressee_id
  LEFT JOIN information_request_end e ON e.request_id = r.id
  LEFT JOIN information_request_refusal why ON why.request_id = r.id
  LEFT JOIN exchange_grant promise ON promise.id = r.respond_grant_id LEFT JOIN agreement under ON under.id = promise.agreement_id
  LEFT JOIN account asker ON asker.id = r.asked_by AND asker.organization_id = $1
  LEFT JOIN account ender ON ender.id = e.recorded_by AND ender.organization_id = $1`;

// Each side is a page of its own, so that each follows its index.
const pageOf = (side: 'r.requester_id' | 'r.addressee_id') => `
  SELECT ${COLUMNS} FROM information_request r ${JOINS}
  WHERE ${side} = $1 AND (r.asked_at, r.id) < ($3, $4) AND ($5::text IS NULL OR ${STATE} = $5)
  ORDER BY r.asked_at DESC, r.id DESC LIMIT $6`;
const PAGES: Record<Direction | 'both', string> = {
  sent: pageOf('r.requester_id'),
  received: pageOf('r.addressee_id'),
  both: `SELECT * FROM ((${pageOf('r.requester_id')}) UNION ALL (${pageOf('r.addressee_id')})) both_sides
    ORDER BY asked_at DESC, id DESC LIMIT $6`,
};

/** Every statement about requests between teams and what they were answered with. */
@Injectable()
export class RequestsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** A team by its handle, or that it was merged into. */
  team(handle: string): Promise<{ id: string; handle: string } | undefined> {
    return this.transaction.one(
      `SELECT o.id, o.handle FROM organization o
       WHERE o.id = app.survivor((SELECT asked.id FROM organization asked WHERE asked.handle = $1)) AND o.kind <> 'public'`,
      [handle],
    );
  }

  /** The agreements under which one team gives to another at an instant, paused or not, by reference. */
  grantingAt(giver: string, reader: string, at: Date): Promise<{ id: string; reference: string }[]> {
    return this.transaction.query('SELECT * FROM app.agreements_granting_at($1, $2, $3)', [
      giver,
      reader,
      at,
    ]);
  }

  async file({ addresseeId, subject, details, openUntil, severity, service }: NewRequest): Promise<string> {
    const { at, person, viewer } = this.transaction;
    const id = newId();
    await this.transaction.query(
      `INSERT INTO information_request (id, requester_id, addressee_id, subject, details, asked_at, asked_by, open_until, severity,
         respond_by, respond_grant_id, update_hours, update_grant_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        ...[id, viewer.organizationId, addresseeId, subject, details, at, person, openUntil],
        ...[severity, service.response?.due ?? null, service.response?.grantId ?? null],
        ...[service.updates?.hours ?? null, service.updates?.grantId ?? null],
      ],
    );
    return id;
  }

  /** A request of which the viewer's team is a side. */
  find(id: string): Promise<StoredRequest | undefined> {
    const { at, viewer } = this.transaction;
    const sql = `SELECT ${COLUMNS} FROM information_request r ${JOINS} WHERE r.id = $3 AND $1 IN (r.requester_id, r.addressee_id)`;
    return this.transaction.one(sql, [viewer.organizationId, at, id]);
  }

  /** Requests of the viewer's team, newest first, before an instant and id. */
  page(
    direction: Direction | undefined,
    state: RequestState | null,
    before: readonly string[],
    limit: number,
  ): Promise<StoredRequest[]> {
    const { at, viewer } = this.transaction;
    const place = [before[0], before[1], state, limit];
    return this.transaction.query(PAGES[direction ?? 'both'], [viewer.organizationId, at, ...place]);
  }

  /** Words on how far it is, in order; people are named for their own side. */
  updates(id: string): Promise<StoredUpdate[]> {
    return this.transaction.query(
      `SELECT u.id, u.note, u.at, p.name AS by FROM information_request_update u
       LEFT JOIN account p ON p.id = u.recorded_by AND p.organization_id = $2 WHERE u.request_id = $1 ORDER BY u.at, u.id`,
      [id, this.transaction.viewer.organizationId],
    );
  }

  async update(id: string, note: string): Promise<void> {
    const { at, person, viewer } = this.transaction;
    await this.transaction.query(
      'INSERT INTO information_request_update (id, request_id, note, at, recorded_by, recorded_by_org) VALUES ($1, $2, $3, $4, $5, $6)',
      [newId(), id, note, at, person, viewer.organizationId],
    );
  }

  /** What the viewer's team answered with, in order. */
  ownAnswers(id: string): Promise<OwnAnswer[]> {
    return this.transaction.query(
      `SELECT i.id, n.reference, i.kind AS type, v.title, v.tlp, a.answered_at, answerer.name AS answered_by, current.embargo_until
       FROM information_request_answer a JOIN item i ON i.id = a.item_id
       JOIN item_reference n ON n.item_id = i.id AND n.team_id = i.owner_id
       JOIN LATERAL (SELECT l.title, l.tlp FROM item_version l WHERE l.item_id = i.id ORDER BY l.number DESC LIMIT 1) v ON true
       LEFT JOIN release current ON current.item_id = i.id AND current.superseded_at IS NULL
       JOIN account answerer ON answerer.id = a.answered_by
       WHERE a.request_id = $1 AND a.owner_id = $2 ORDER BY a.answered_at, i.id`,
      [id, this.transaction.viewer.organizationId],
    );
  }

  /** What items of answers are called for the viewer's team, which asked; whether it may see them is not settled here. */
  answeredWith(
    id: string,
  ): Promise<{ external_id: string; reference: string; kind: string; since: Date | null }[]> {
    return this.transaction.query('SELECT * FROM app.answered_with($1)', [id]);
  }

  /** An own item by a short reference that any of its readers has for it. */
  async referred(reference: string): Promise<string | undefined> {
    const row = await this.transaction.one<{ id: string | null }>(
      `SELECT COALESCE(app.referred_id($1, 'advisory'), app.referred_id($1, 'incident')) AS id`,
      [reference],
    );
    return row?.id ?? undefined;
  }

  ownItem(id: string): Promise<{ id: string; withdrawn: boolean } | undefined> {
    return this.transaction.one(
      `SELECT i.id, EXISTS (SELECT 1 FROM withdrawal w WHERE w.item_id = i.id) AS withdrawn
       FROM item i WHERE i.id = $1 AND i.owner_id = $2`,
      [id, this.transaction.viewer.organizationId],
    );
  }

  /** @returns whether the request was not answered with the item before */
  async answer(id: string, itemId: string): Promise<boolean> {
    const { at, person, viewer } = this.transaction;
    const added = await this.transaction.query(
      `INSERT INTO information_request_answer (request_id, item_id, owner_id, answered_at, answered_by)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING item_id`,
      [id, itemId, viewer.organizationId, at, person],
    );
    return added.length > 0;
  }

  /** The teams to which something may be on its way that a request was answered with, in order. */
  async readers(id: string): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(
      'SELECT id FROM app.readers_by_request($1) AS reader(id) ORDER BY 1',
      [id],
    );
    return rows.map((row) => row.id);
  }

  async end(id: string, { outcome, reasonCode, reason, told }: NewEnd): Promise<void> {
    const { at, person, viewer } = this.transaction;
    await this.transaction.query(
      `INSERT INTO information_request_end (request_id, outcome, at, recorded_by, recorded_by_org) VALUES ($1, $2, $3, $4, $5)`,
      [id, outcome, at, person, viewer.organizationId],
    );
    if (outcome !== 'refused') return;
    await this.transaction.query(
      `INSERT INTO information_request_refusal (request_id, reason_code, reason, told) VALUES ($1, $2, $3, $4)`,
      [id, reasonCode, reason, told],
    );
  }
}

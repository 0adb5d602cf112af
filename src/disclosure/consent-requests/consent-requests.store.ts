import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { Promised } from '../responding/promised';
import type { StoredClock } from '../responding/response.view';
import type { Tlp } from '../rules/vocabulary';
import type { Direction, ReasonCode } from '../requests/requests.dto';
import type { AskedScope, ConsentRequestState } from './rules/judge-consent-request';
import { CONSENT_REQUESTS, PAGES } from './consent-request-rows';

/** A request as one of its two sides reads it; people are named for their own side, items by what that side calls them. */
export interface StoredConsentRequest extends StoredClock {
  id: string;
  sent: boolean;
  requester_id: string;
  originator_id: string;
  requester: string;
  originator: string;
  item: string;
  item_reference: string;
  item_kind: 'advisory' | 'incident';
  item_title: string | null;
  item_tlp: Tlp | null;
  /** The reference that the item has for who asks: both sides can say it. */
  asked_reference: string;
  waiting: string | null;
  waiting_reference: string | null;
  scope: AskedScope;
  teams: string[];
  in_words: string | null;
  why: string;
  wanted_until: Date;
  asked_at: Date;
  asked_by: string | null;
  state: ConsentRequestState;
  ended_by: string | null;
  granted_scope: AskedScope | null;
  granted_as_asked: boolean | null;
  granted_teams: string[];
  granted_until: Date | null;
  reason_code: ReasonCode | null;
  reason: string | null;
  reason_told: boolean | null;
  withdrawn_at: Date | null;
  withdrawal_reason: string | null;
}
export interface NewConsentRequest {
  originatorId: string;
  sourceId: string;
  sourceKind: 'advisory' | 'incident';
  itemId: string | null;
  scope: AskedScope;
  teams: readonly string[];
  inWords: string | null;
  why: string;
  until: Date;
  openUntil: Date;
  promised: Promised | null;
}
export interface NewConsentGrant {
  scope: AskedScope;
  asAsked: boolean;
  teams: readonly string[];
  until: Date;
}

/** Every statement about requests for the consent of an originator; row-level security leaves those of either side. */
@Injectable()
export class ConsentRequestsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  find(id: string): Promise<StoredConsentRequest | undefined> {
    const { at, viewer } = this.transaction;
    const sql = `${CONSENT_REQUESTS} WHERE r.id = $3 AND $1 IN (r.requester_id, r.originator_id)`;
    return this.transaction.one(sql, [viewer.organizationId, at, id]);
  }

  /** Of the viewer's team, newest first, before an instant and id; about one item, if any. */
  page(
    direction: Direction | undefined,
    state: ConsentRequestState | null,
    item: string | null,
    before: readonly string[],
    limit: number,
  ): Promise<StoredConsentRequest[]> {
    const { at, viewer } = this.transaction;
    const place = [before[0], before[1], state, limit, item];
    return this.transaction.query(PAGES[direction ?? 'both'], [viewer.organizationId, at, ...place]);
  }

  /** Teams by their handles, or those that they were merged into. */
  teams(handles: readonly string[]): Promise<{ asked: string; id: string; handle: string }[]> {
    return this.transaction.query(
      `SELECT asked.handle AS asked, o.id, o.handle FROM organization asked JOIN organization o ON o.id = app.survivor(asked.id)
       WHERE asked.handle = ANY ($1) AND o.kind <> 'public' ORDER BY o.handle`,
      [handles],
    );
  }

  async add(asked: NewConsentRequest): Promise<string> {
    const { at, person, viewer } = this.transaction;
    const id = newId();
    await this.transaction.query(
      `INSERT INTO consent_request (id, requester_id, originator_id, source_item_id, source_kind, scope, in_words, why, wanted_until,
         open_until, asked_at, asked_by, respond_by, respond_grant_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[id, viewer.organizationId, asked.originatorId, asked.sourceId, asked.sourceKind],
        ...[asked.scope, asked.inWords],
        ...[asked.why, asked.until, asked.openUntil, at, person],
        ...[asked.promised?.due ?? null, asked.promised?.grantId ?? null],
      ],
    );
    await this.transaction.query(
      'INSERT INTO consent_request_team (request_id, team_id) SELECT $1, unnest($2::uuid[])',
      [id, asked.teams],
    );
    if (asked.itemId !== null)
      await this.transaction.query(
        'INSERT INTO consent_request_item (request_id, item_id, owner_id, source_item_id) VALUES ($1, $2, $3, $4)',
        [id, asked.itemId, viewer.organizationId, asked.sourceId],
      );
    return id;
  }

  async end(id: string, outcome: 'granted' | 'refused' | 'closed'): Promise<void> {
    const { at, person, viewer } = this.transaction;
    await this.transaction.query(
      'INSERT INTO consent_request_end (request_id, outcome, at, recorded_by, recorded_by_org) VALUES ($1, $2, $3, $4, $5)',
      [id, outcome, at, person, viewer.organizationId],
    );
  }

  async grant(id: string, { scope, asAsked, teams, until }: NewConsentGrant): Promise<void> {
    await this.end(id, 'granted');
    await this.transaction.query(
      'INSERT INTO consent_grant (request_id, scope, as_asked, valid_until) VALUES ($1, $2, $3, $4)',
      [id, scope, asAsked, until],
    );
    await this.transaction.query(
      'INSERT INTO consent_grant_team (request_id, team_id) SELECT $1, unnest($2::uuid[])',
      [id, teams],
    );
  }

  async refuse(id: string, reasonCode: ReasonCode, reason: string | null, told: boolean): Promise<void> {
    await this.end(id, 'refused');
    await this.transaction.query(
      'INSERT INTO consent_request_refusal (request_id, reason_code, reason, told) VALUES ($1, $2, $3, $4)',
      [id, reasonCode, reason, told],
    );
  }

  async withdraw(id: string, reason: string | null): Promise<void> {
    const { at, person } = this.transaction;
    await this.transaction.query(
      'INSERT INTO consent_withdrawal (request_id, at, reason, recorded_by) VALUES ($1, $2, $3, $4)',
      [id, at, reason, person],
    );
  }

  /** Waits until nothing that the answer may concern is on its way or is released. */
  async hold(id: string): Promise<void> {
    await this.transaction.query('SELECT app.hold_consented($1)', [id]);
    await this.transaction.renewInstant();
  }
}

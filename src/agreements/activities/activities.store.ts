import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { orConflict } from '../agreements.store';
import type { ActivityKind } from '../rules/activity';

export interface StoredParty {
  id: string;
  handle: string;
  name: string;
  part: 'organizer' | 'participant';
  operates: boolean;
}
export interface StoredEvidence {
  text: string;
  sha256: string | null;
  at: string;
  by: string;
}
export interface StoredActivity {
  id: string;
  agreement_id: string;
  agreement: string;
  kind: ActivityKind;
  title: string;
  place: string | null;
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
  recorded_at: Date;
  part: 'organizer' | 'participant';
  outcome: 'done' | 'cancelled' | null;
  outcome_at: Date | null;
  reason: string | null;
  parties: StoredParty[];
  evidence: StoredEvidence[];
}
export type NewActivity = Pick<
  StoredActivity,
  'agreement_id' | 'kind' | 'title' | 'place' | 'starts_at' | 'ends_at' | 'time_zone'
>;
export interface ActivityFilters {
  agreement: string | null;
  kind: string | null;
  from: Date | null;
  until: Date | null;
}

const ACTIVITIES = `
  SELECT a.id, a.agreement_id, g.reference AS agreement, a.kind, a.title, a.place, a.starts_at, a.ends_at, a.time_zone, a.recorded_at,
    app.part_in_activity(a.id) AS part, o.outcome, o.at AS outcome_at, o.reason,
    (SELECT jsonb_agg(jsonb_build_object('id', n.id, 'handle', n.handle, 'name', n.name, 'part', p.part, 'operates', EXISTS (
        SELECT 1 FROM app.agreement_parties(a.agreement_id) r WHERE r.organization_id = n.id AND r.role = 'operating_cert'))
        ORDER BY p.part, n.handle)
      FROM activity_party p JOIN organization n ON n.id = p.organization_id WHERE p.activity_id = a.id) AS parties,
    (SELECT COALESCE(jsonb_agg(jsonb_build_object('text', e.text, 'sha256', encode(e.sha256, 'hex'), 'by', n.handle,
        'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY e.at, e.id), '[]')
      FROM activity_evidence e JOIN organization n ON n.id = e.recorded_by_org WHERE e.activity_id = a.id) AS evidence
  FROM activity a JOIN agreement g ON g.id = a.agreement_id LEFT JOIN activity_outcome o ON o.activity_id = a.id`;

const FIRST = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;

/** Every statement about activities. Row-level security lets those read one who are named in it. */
@Injectable()
export class ActivitiesStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  find(id: string): Promise<StoredActivity | undefined> {
    return this.transaction.one(`${ACTIVITIES} WHERE a.id = $1`, [id]);
  }

  /** In the order in which they begin; those that touch the interval. */
  page(filters: ActivityFilters, after: readonly string[], limit: number): Promise<StoredActivity[]> {
    const [at = FIRST[0], id = FIRST[1]] = after;
    return this.transaction.query(
      `${ACTIVITIES} WHERE (a.starts_at, a.id) > ($1::timestamptz, $2::uuid) AND ($3::text IS NULL OR g.reference = $3)
         AND ($4::text IS NULL OR a.kind = $4) AND ($5::timestamptz IS NULL OR a.ends_at > $5)
         AND ($6::timestamptz IS NULL OR a.starts_at < $6) ORDER BY a.starts_at, a.id LIMIT $7`,
      [at, id, filters.agreement, filters.kind, filters.from, filters.until, limit],
    );
  }

  /** @param parties ids with the part of each, the viewer's own first */
  async add(
    activity: NewActivity,
    parties: readonly (readonly [string, 'organizer' | 'participant'])[],
  ): Promise<string> {
    const id = randomUUID();
    const { at, person } = this.transaction;
    const { agreement_id: agreement, kind, title, place, starts_at, ends_at, time_zone } = activity;
    await this.transaction.query(
      `INSERT INTO activity (id, agreement_id, kind, title, place, starts_at, ends_at, time_zone, recorded_at, recorded_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, agreement, kind, title, place, starts_at, ends_at, time_zone, at, person],
    );
    for (const [organization, part] of parties)
      await this.transaction.query('INSERT INTO activity_party VALUES ($1, $2, $3, $4)', [
        id,
        agreement,
        organization,
        part,
      ]);
    return id;
  }

  /** @throws Refusal `activity/over` when it was recorded a moment ago */
  async addOutcome(id: string, outcome: 'done' | 'cancelled', reason: string | null): Promise<void> {
    const { at, person } = this.transaction;
    const sql =
      'INSERT INTO activity_outcome (activity_id, outcome, reason, at, recorded_by) VALUES ($1, $2, $3, $4, $5)';
    const over = Refusal.conflict('activity/over', 'What became of it was recorded a moment ago.');
    await orConflict(this.transaction.query(sql, [id, outcome, reason, at, person]), over);
  }

  async addEvidence(id: string, text: string, sha256: string | null): Promise<void> {
    const { at, person, viewer } = this.transaction;
    await this.transaction.query(
      `INSERT INTO activity_evidence (id, activity_id, sha256, text, at, recorded_by, recorded_by_org)
       VALUES ($1, $2, decode($3, 'hex'), $4, $5, $6, $7)`,
      [randomUUID(), id, sha256, text, at, person, viewer.organizationId],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { orConflict } from '../agreements.store';
import { Refusal } from '../../platform/refusal';

/** A round, with the handles of its two sides. */
export interface StoredRound {
  id: string;
  organization_id: string;
  organization: string;
  organization_name: string;
  asked_by_org: string;
  asked_by: string;
  asked_by_name: string;
  agreement_id: string | null;
  agreement: string | null;
  asked_at: Date;
  due_at: Date;
  reminders: { step: string; at: string }[];
  contacts: StoredAnswer[];
}

/** A contact of whom a round asks, as it is now. */
export interface StoredAnswer {
  contact: string;
  role: string;
  name: string | null;
  email: string;
  telephone: string | null;
  entered_at: string;
  verified_at: string | null;
  method: string | null;
}

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', ${INSTANT})`;

const ROUNDS = `
  SELECT r.id, r.organization_id, o.handle AS organization, o.name AS organization_name, r.asked_by_org, b.handle AS asked_by,
    b.name AS asked_by_name, r.agreement_id, a.reference AS agreement, r.asked_at, r.due_at,
    (SELECT COALESCE(jsonb_agg(jsonb_build_object('step', m.step, 'at', ${iso('m.at')}) ORDER BY m.at), '[]')
      FROM contact_round_reminder m WHERE m.round_id = r.id) AS reminders,
    (SELECT COALESCE(jsonb_agg(jsonb_build_object('contact', c.contact_id, 'role', c.role, 'name', c.name, 'email', c.email,
        'telephone', c.telephone, 'entered_at', ${iso('c.entered_at')}, 'verified_at', ${iso('c.verified_at')}, 'method', c.method)
        ORDER BY c.role, c.contact_id), '[]') FROM app.contact_answers(r.id) c) AS contacts
  FROM contact_round r JOIN organization o ON o.id = r.organization_id JOIN organization b ON b.id = r.asked_by_org
  LEFT JOIN agreement a ON a.id = r.agreement_id`;

const AFTER_ALL = ['9999-12-31T00:00:00.000Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

/** Every statement about rounds of contacts. */
@Injectable()
export class ContactRoundsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** Those of one side, newest first. */
  page(side: 'asked' | 'received', after: readonly string[], limit: number): Promise<StoredRound[]> {
    const column = side === 'asked' ? 'asked_by_org' : 'organization_id';
    const [at = AFTER_ALL[0], id = AFTER_ALL[1]] = after;
    return this.transaction.query(
      `${ROUNDS} WHERE r.${column} = app.viewer_org() AND (r.asked_at, r.id) < ($1::timestamptz, $2::uuid)
       ORDER BY r.asked_at DESC, r.id DESC LIMIT $3`,
      [at, id, limit],
    );
  }

  find(id: string): Promise<StoredRound | undefined> {
    return this.transaction.one(`${ROUNDS} WHERE r.id = $1`, [id]);
  }

  /** Those that the viewer's organization asked another, or itself, newest first. */
  askedOf(organizationId: string): Promise<StoredRound[]> {
    return this.transaction.query(
      `${ROUNDS} WHERE r.asked_by_org = app.viewer_org() AND r.organization_id = $1 ORDER BY r.asked_at DESC, r.id DESC`,
      [organizationId],
    );
  }

  async add(organizationId: string, agreementId: string | null, dueAt: Date): Promise<string> {
    const id = randomUUID();
    const { at, person, viewer } = this.transaction;
    await this.transaction.query(
      `INSERT INTO contact_round (id, organization_id, asked_by_org, agreement_id, asked_at, asked_by, due_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, organizationId, viewer.organizationId, agreementId, at, person, dueAt],
    );
    return id;
  }

  /** @throws Refusal `contact-round/reminded` when it was told a moment ago */
  async remind(roundId: string, step: string): Promise<void> {
    const { at, person } = this.transaction;
    const sql =
      'INSERT INTO contact_round_reminder (round_id, step, at, recorded_by) VALUES ($1, $2, $3, $4)';
    await orConflict(this.transaction.query(sql, [roundId, step, at, person]), remindedAlready());
  }
}

export const remindedAlready = () =>
  Refusal.conflict('contact-round/reminded', 'This step was told before, and each is told once.');

import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { pauseSource } from '../dossier.sql';
import { longestBefore, type ReminderKind, REMINDERS, type ReminderStep } from '../rules/reminder';

/** Something with a date of which somebody may be reminded. */
export interface DueDate {
  kind: ReminderKind;
  subject: string;
  due_at: Date;
  agreement: string | null;
  organization: string | null;
  name: string | null;
  direction: 'sent' | 'received' | null;
  item: { id: string; type: string; reference: string } | null;
}

/** Of which kinds, of what, under which agreement and until when. */
export interface DueFilters {
  kinds: readonly ReminderKind[];
  subject: string | null;
  agreement: string | null;
  until: Date | null;
}

export interface Seen {
  kind: string;
  subject: string;
  due_at: Date;
  step: string;
  at: Date;
}

export interface StoredContact {
  id: string;
  name: string;
  entered_at: Date;
  verified_at: Date | null;
  lapses_at: Date | null;
}

export interface StoredMeeting {
  agreement: string;
  starts_at: Date;
  ends_at: Date;
  done: boolean;
}

// In each of them $1 is the viewer's organization and $2 the instant.
const REVIEWS = `
  SELECT 'review' AS kind, p.id::text AS subject, p.review_at AS due_at, (SELECT a.reference FROM agreement a WHERE a.id = p.agreement_id) AS agreement,
    NULL AS organization, NULL AS name, NULL AS direction, NULL::jsonb AS item
  FROM ${pauseSource} WHERE p.review_at IS NOT NULL AND GREATEST(p.starts_at, p.recorded_at) <= $2 AND (p.ends_at IS NULL OR p.ends_at > $2)
    AND (c.confirmed_at IS NULL OR GREATEST(r.effective_at, r.requested_at, c.confirmed_at) > $2)`;
// A round is answered once every contact that it asks for was verified since, and there is one.
const ROUNDS = `
  SELECT 'contact_round', r.id::text, r.due_at, (SELECT a.reference FROM agreement a WHERE a.id = r.agreement_id), o.handle, NULL, NULL, NULL
  FROM contact_round r JOIN organization o ON o.id = r.asked_by_org
  WHERE r.organization_id = $1 AND (SELECT bool_and(COALESCE(n.verified_at >= r.asked_at, false)) FROM app.contact_answers(r.id) n) IS NOT TRUE`;
const OFFICERS = `
  SELECT DISTINCT ON (v.person) 'duty_officer', v.id::text, v.valid_until, NULL, v.organization, v.name, NULL, NULL::jsonb
  FROM app.verifications($1, NULL, $2) v WHERE v.valid ORDER BY v.person, v.valid_until DESC, v.id`;
const REQUESTS = `
  SELECT 'request', q.id::text, q.open_until, NULL, o.handle, q.subject, CASE q.requester_id WHEN $1 THEN 'sent' ELSE 'received' END, NULL
  FROM information_request q JOIN organization o ON o.id = CASE q.requester_id WHEN $1 THEN q.addressee_id ELSE q.requester_id END
  WHERE $1 IN (q.requester_id, q.addressee_id) AND q.open_until > $2 AND NOT EXISTS (SELECT 1 FROM information_request_end e WHERE e.request_id = q.id)`;
const OBLIGATIONS = `
  SELECT CASE o.kind WHEN 'acknowledge' THEN 'acknowledgement' ELSE 'obligation' END, o.id::text, app.obligation_due(o, $2), a.reference, c.handle, NULL, NULL, NULL
  FROM obligation_live w JOIN obligation o ON o.id = w.obligation_id JOIN agreement a ON a.id = o.agreement_id JOIN organization c ON c.id = o.creditor_id
  WHERE w.debtor_id = $1 AND o.due_at IS NOT NULL AND w.due_at <= $2::timestamptz + interval '168 hours'
    AND (w.due_at > $2 OR EXISTS (SELECT 1 FROM obligation_fact f WHERE f.obligation_id = o.id))
    AND app.obligation_state(o, $2) = 'open'`;
// What a later consent of the same reach goes on with does not end.
const CONSENTS = `
  SELECT 'consent', c.id::text, c.valid_until, NULL, t.handle, NULL, NULL, jsonb_build_object('id', i.id, 'type', i.kind, 'reference', n.reference)
  FROM item_consent c JOIN item_consent_confirmation f ON f.consent_id = c.id JOIN item i ON i.id = c.item_id
  JOIN item_reference n ON n.item_id = i.id AND n.team_id = i.owner_id LEFT JOIN organization t ON t.id = c.team_id
  WHERE c.owner_id = $1 AND c.valid_until > $2 AND NOT EXISTS (SELECT 1 FROM item_consent_revocation r WHERE r.consent_id = c.id)
    AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.item_id = i.id)
    AND NOT EXISTS (SELECT 1 FROM item_consent l JOIN item_consent_confirmation g ON g.consent_id = l.id
      WHERE l.item_id = c.item_id AND l.giver = c.giver AND l.victim IS NOT DISTINCT FROM c.victim AND l.scope = c.scope
        AND l.team_id IS NOT DISTINCT FROM c.team_id AND l.valid_from <= c.valid_until
        AND (l.valid_until, l.id) > (c.valid_until, c.id)
        AND NOT EXISTS (SELECT 1 FROM item_consent_revocation r WHERE r.consent_id = l.id))`;
const GRANTED = `
  SELECT 'consent_granted', g.request_id::text, g.valid_until, NULL, o.handle, NULL, NULL, NULL
  FROM consent_grant g JOIN consent_request q ON q.id = g.request_id JOIN organization o ON o.id = q.originator_id
  WHERE q.requester_id = $1 AND g.valid_until > $2 AND NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.request_id = g.request_id)`;

// Of what the viewer's team is asked: until it is answered or over.
const RESPONSES = `
  SELECT 'response', q.id::text, q.respond_by, u.reference, o.handle, q.subject, 'received', NULL
  FROM information_request q JOIN organization o ON o.id = q.requester_id JOIN exchange_grant g ON g.id = q.respond_grant_id JOIN agreement u ON u.id = g.agreement_id
  WHERE q.addressee_id = $1 AND q.open_until > $2 AND NOT EXISTS (SELECT 1 FROM information_request_end e WHERE e.request_id = q.id)
    AND app.responded_at(q.id, $2) IS NULL`;
// Of the words that are owed on what is open and unanswered.
const WORDS = `
  SELECT 'request_word', q.id::text, n.due_at, u.reference, o.handle, q.subject, 'received', NULL
  FROM information_request q JOIN organization o ON o.id = q.requester_id JOIN exchange_grant g ON g.id = q.update_grant_id JOIN agreement u ON u.id = g.agreement_id
  CROSS JOIN LATERAL (SELECT GREATEST(q.asked_at, max(w.at)) + q.update_hours * interval '1 hour' AS due_at
    FROM information_request_update w WHERE w.request_id = q.id AND w.at <= $2) n
  WHERE q.addressee_id = $1 AND q.open_until > $2 AND n.due_at < q.open_until
    AND NOT EXISTS (SELECT 1 FROM information_request_end e WHERE e.request_id = q.id) AND app.responded_at(q.id, $2) IS NULL`;
const CONSENT_RESPONSES = `
  SELECT 'consent_response', q.id::text, q.respond_by, u.reference, o.handle, NULL, 'received', NULL
  FROM consent_request q JOIN organization o ON o.id = q.requester_id JOIN exchange_grant g ON g.id = q.respond_grant_id JOIN agreement u ON u.id = g.agreement_id
  WHERE q.originator_id = $1 AND q.open_until > $2 AND NOT EXISTS (SELECT 1 FROM consent_request_end e WHERE e.request_id = q.id)`;

const ALL = [
  REVIEWS,
  ROUNDS,
  `(${OFFICERS})`,
  REQUESTS,
  OBLIGATIONS,
  CONSENTS,
  GRANTED,
  RESPONSES,
  WORDS,
  CONSENT_RESPONSES,
].join(' UNION ALL ');

/** Every statement about what is due and what was put away. Row-level security lets each read what is its own or lies between it and another. */
@Injectable()
export class RemindersStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** What is to be reminded of, in the order of when it is due, after a place; but for what follows from agreements and contacts. */
  due(filters: DueFilters, after: readonly string[], limit: number): Promise<DueDate[]> {
    const { at, viewer } = this.transaction;
    const { kinds, subject, agreement, until } = filters;
    const [due = '-infinity', kind = '', place = ''] = after;
    return this.transaction.query(
      `SELECT d.* FROM (${ALL}) d JOIN unnest($3::text[], $4::bigint[], $5::boolean[]) plan (kind, before, overdue) ON plan.kind = d.kind
       WHERE d.due_at <= $2::timestamptz + plan.before * interval '1 millisecond' AND (plan.overdue OR d.due_at > $2)
         AND (d.due_at, d.kind COLLATE "C", d.subject COLLATE "C") > ($6::timestamptz, $7, $8)
         AND ($9::text IS NULL OR d.subject = $9) AND ($10::text IS NULL OR d.agreement = $10) AND ($11::timestamptz IS NULL OR d.due_at < $11)
       ORDER BY d.due_at, d.kind COLLATE "C", d.subject COLLATE "C" LIMIT $12`,
      [
        ...[viewer.organizationId, at, kinds, kinds.map(longestBefore)],
        ...[kinds.map((one) => REMINDERS[one].overdue), due, kind, place, subject, agreement, until, limit],
      ],
    );
  }

  /** The own contacts; twelve months by the calendar of UTC, as everybody reads it. */
  contacts(): Promise<StoredContact[]> {
    return this.transaction.query(
      `SELECT c.id, COALESCE(v.name, v.email) AS name, v.at AS entered_at, f.at AS verified_at,
         (f.at AT TIME ZONE 'UTC' + interval '12 months') AT TIME ZONE 'UTC' AS lapses_at
       FROM organization_contact c JOIN organization_contact_version v ON v.contact_id = c.id AND v.version = app.latest_contact_version(c.id)
       CROSS JOIN LATERAL (SELECT app.contact_verified(c.id) AS at) f
       WHERE c.organization_id = $1 AND NOT app.contact_is_removed(c.id)`,
      [this.transaction.viewer.organizationId],
    );
  }

  /** Of each agreement the last meeting that is done, and those that are planned. */
  meetings(): Promise<StoredMeeting[]> {
    return this.transaction.query(
      `SELECT g.reference AS agreement, max(a.starts_at) AS starts_at, max(a.ends_at) AS ends_at, true AS done
       FROM activity a JOIN agreement g ON g.id = a.agreement_id JOIN activity_outcome o ON o.activity_id = a.id AND o.outcome = 'done'
       WHERE a.kind = 'meeting' GROUP BY g.reference
       UNION ALL SELECT g.reference, a.starts_at, a.ends_at, false FROM activity a JOIN agreement g ON g.id = a.agreement_id
       WHERE a.kind = 'meeting' AND a.ends_at > $1 AND NOT EXISTS (SELECT 1 FROM activity_outcome o WHERE o.activity_id = a.id)`,
      [this.transaction.at],
    );
  }

  /** What the viewer has put away of these. */
  seen(subjects: readonly string[]): Promise<Seen[]> {
    return this.transaction.query(
      'SELECT kind, subject, due_at, step, at FROM reminder_seen WHERE account_id = $1 AND subject = ANY ($2)',
      [this.transaction.person, subjects],
    );
  }

  async putAway({ kind, subject, due_at: due }: DueDate, step: ReminderStep): Promise<void> {
    const { at, person } = this.transaction;
    await this.transaction.query(
      'INSERT INTO reminder_seen (account_id, kind, subject, due_at, step, at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING',
      [person, kind, subject, due, step, at],
    );
  }
}

import type { Direction } from '../requests/requests.dto';

// $1 is the viewer's organization and $2 the instant, in every statement that reads requests.
const STATE = `CASE e.outcome WHEN 'granted' THEN
    CASE WHEN w.at IS NOT NULL THEN 'withdrawn' WHEN g.valid_until <= $2 THEN 'expired' ELSE 'granted' END
  ELSE COALESCE(e.outcome, CASE WHEN r.open_until <= $2 THEN 'lapsed' ELSE 'open' END) END`;
const handles = (table: string) => `ARRAY(SELECT team.handle FROM ${table} t
    JOIN organization team ON team.id = t.team_id WHERE t.request_id = r.id ORDER BY team.handle)`;

/** One row for each request, as the viewer's side calls its items and reads its people. */
export const CONSENT_REQUESTS = `
  SELECT r.id, r.requester_id = $1 AS sent, r.requester_id, r.originator_id, requester.handle AS requester,
    originator.handle AS originator, COALESCE(known.external_id, r.source_item_id) AS item, name.reference AS item_reference,
    r.source_kind AS item_kind, title.title AS item_title, title.tlp AS item_tlp, asked.reference AS asked_reference,
    waiting.item_id AS waiting, waiting_name.reference AS waiting_reference,
    r.scope, ${handles('consent_request_team')} AS teams, r.in_words, r.why, r.wanted_until, r.open_until, r.asked_at,
    asker.name AS asked_by, ${STATE} AS state, e.at AS ended_at, ender.name AS ended_by, g.scope AS granted_scope,
    g.as_asked AS granted_as_asked, ${handles('consent_grant_team')} AS granted_teams, g.valid_until AS granted_until,
    why.reason_code, why.reason, why.told AS reason_told, w.at AS withdrawn_at, w.reason AS withdrawal_reason,
    r.respond_by, under.reference AS respond_under, COALESCE(promise.clauses ->> 'respond_within', promise.clause) AS respond_clause,
    CASE WHEN e.outcome IN ('granted', 'refused') THEN e.at END AS responded_at
  FROM consent_request r
  JOIN organization requester ON requester.id = r.requester_id JOIN organization originator ON originator.id = r.originator_id
  LEFT JOIN variant known ON known.item_id = r.source_item_id AND known.team_id = r.requester_id AND known.person_id IS NULL
    AND r.requester_id = $1
  JOIN item_reference name ON name.item_id = r.source_item_id AND name.team_id = $1 AND name.person_id IS NULL
  JOIN item_reference asked ON asked.item_id = r.source_item_id AND asked.team_id = r.requester_id AND asked.person_id IS NULL
  LEFT JOIN LATERAL (SELECT v.title, v.tlp FROM item_version v WHERE v.item_id = r.source_item_id AND v.owner_id = $1
    ORDER BY v.number DESC LIMIT 1) title ON true
  LEFT JOIN consent_request_item waiting ON waiting.request_id = r.id
  LEFT JOIN item_reference waiting_name ON waiting_name.item_id = waiting.item_id AND waiting_name.team_id = $1
  LEFT JOIN consent_request_end e ON e.request_id = r.id
  LEFT JOIN consent_request_refusal why ON why.request_id = r.id
  LEFT JOIN consent_grant g ON g.request_id = r.id
  LEFT JOIN consent_withdrawal w ON w.request_id = r.id
  LEFT JOIN exchange_grant promise ON promise.id = r.respond_grant_id LEFT JOIN agreement under ON under.id = promise.agreement_id
  LEFT JOIN account asker ON asker.id = r.asked_by AND asker.organization_id = $1
  LEFT JOIN account ender ON ender.id = e.recorded_by AND ender.organization_id = $1`;

// Each side is a page of its own, so that each follows its index.
const pageOf = (side: 'r.requester_id' | 'r.originator_id') => `${CONSENT_REQUESTS}
  WHERE ${side} = $1 AND (r.asked_at, r.id) < ($3, $4) AND ($5::text IS NULL OR ${STATE} = $5)
    AND ($7::uuid IS NULL OR $7 IN (known.external_id, waiting.item_id)
      OR r.originator_id = $1 AND r.source_item_id = $7)
  ORDER BY r.asked_at DESC, r.id DESC LIMIT $6`;

/** Pages of requests, newest first, before $3 and $4; in state $5, and about item $7, if any. */
export const PAGES: Record<Direction | 'both', string> = {
  sent: pageOf('r.requester_id'),
  received: pageOf('r.originator_id'),
  both: `SELECT * FROM ((${pageOf('r.requester_id')}) UNION ALL (${pageOf('r.originator_id')})) both_sides
    ORDER BY asked_at DESC, id DESC LIMIT $6`,
};

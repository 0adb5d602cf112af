import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { Tlp } from '../rules/vocabulary';
import type { Candidate, StandingRule } from '../rules/standing-rule';

interface Named {
  id: string;
  handle: string;
}

export interface StoredRule extends StandingRule {
  id: string;
  name: string;
  /** The partners of the rule in the order of their handles. */
  teams: Named[];
  reason: string;
  expiresAt: Date;
  proposedAt: Date;
  proposedByName: string;
  confirmedAt: Date | null;
  confirmedByName: string | null;
  endedAt: Date | null;
  endedByName: string | null;
  endReason: string | null;
  /** How many went under it in the last 24 hours, and ever. */
  counted: number;
  released: number;
}

export interface NewRule {
  name: string;
  types: readonly string[];
  upTo: Tlp;
  partners: readonly string[];
  perDay: number;
  reason: string;
  expiresAt: Date;
}

export interface ReleasedUnder {
  /** Of the version. */
  id: string;
  item: string;
  type: 'advisory' | 'incident';
  version: number;
  title: string;
  tlp: Tlp;
  releasedAt: Date;
  doneBy: string;
  rule: string;
  ruleName: string;
}

/** Whether a person of the own organization is a releaser still. */
const releases = (person: string) =>
  `(EXISTS (SELECT 1 FROM account_role x WHERE x.account_id = ${person} AND x.role = 'releaser')
    AND NOT EXISTS (SELECT 1 FROM account_departure x WHERE x.account_id = ${person}))`;

const RULES = `
  SELECT r.id, r.name, r.information_types AS types, r.tlp_up_to AS "upTo", r.partners, r.per_day AS "perDay", r.reason,
    r.expires_at AS "expiresAt", r.proposed_at AS "proposedAt", r.proposed_by AS "proposedBy", first.name AS "proposedByName",
    c.confirmed_at AS "confirmedAt", c.confirmed_by AS "confirmedBy", second.name AS "confirmedByName",
    e.ended_at AS "endedAt", third.name AS "endedByName", e.reason AS "endReason",
    ${releases('r.proposed_by')} AND (c.confirmed_by IS NULL OR ${releases('c.confirmed_by')}) AS vouched,
    (SELECT json_agg(json_build_object('id', o.id, 'handle', o.handle) ORDER BY o.handle COLLATE "C") FROM organization o
      WHERE o.id = ANY (r.partners)) AS teams,
    (SELECT count(*)::int FROM standing_release s WHERE s.rule_id = r.id AND s.released_at > app.at() - interval '24 hours') AS counted,
    (SELECT count(*)::int FROM standing_release s WHERE s.rule_id = r.id) AS released
  FROM standing_rule r JOIN account first ON first.id = r.proposed_by
  LEFT JOIN (standing_rule_confirmation c JOIN account second ON second.id = c.confirmed_by) ON c.rule_id = r.id
  LEFT JOIN (standing_rule_end e JOIN account third ON third.id = e.ended_by) ON e.rule_id = r.id
  WHERE r.owner_id = app.viewer_org()`;

const RELEASES = `
  SELECT s.item_version_id AS id, v.item_id AS item, i.kind AS type, v.number AS version, v.title, v.tlp, s.released_at AS "releasedAt",
    a.name AS "doneBy", s.rule_id AS rule, r.name AS "ruleName"
  FROM standing_release s JOIN standing_rule r ON r.id = s.rule_id JOIN item_version v ON v.id = s.item_version_id
  JOIN item i ON i.id = v.item_id JOIN account a ON a.id = s.done_by
  WHERE s.owner_id = app.viewer_org()`;

/** Every statement about standing rules; row-level security leaves those of the own organization. */
@Injectable()
export class StandingRulesStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  find(id: string): Promise<StoredRule | undefined> {
    return this.transaction.one(`${RULES} AND r.id = $1`, [id]);
  }

  /** The last proposed first, before the place of one. */
  page(
    [before = 'ffffffff-ffff-ffff-ffff-ffffffffffff']: readonly string[],
    limit: number,
  ): Promise<StoredRule[]> {
    return this.transaction.query(`${RULES} AND r.id < $1::uuid ORDER BY r.id DESC LIMIT $2`, [
      before,
      limit,
    ]);
  }

  /** What went under a rule, of an item, or both; the last first, before a place. */
  releases(
    { rule, item }: { rule: string | null; item: string | null },
    [at = 'infinity', id = 'ffffffff-ffff-ffff-ffff-ffffffffffff']: readonly string[],
    limit: number,
  ): Promise<ReleasedUnder[]> {
    return this.transaction.query(
      `${RELEASES} AND ($1::uuid IS NULL OR s.rule_id = $1) AND ($2::uuid IS NULL OR v.item_id = $2)
       AND (s.released_at, s.item_version_id) < ($3::timestamptz, $4::uuid) ORDER BY s.released_at DESC, s.item_version_id DESC LIMIT $5`,
      [rule, item, at, id, limit],
    );
  }

  /** The organization of a handle, or into which it was merged; the public is none. */
  team(handle: string): Promise<Named | undefined> {
    return this.transaction.one(
      `SELECT o.id, o.handle FROM organization o
       WHERE o.id = app.survivor((SELECT asked.id FROM organization asked WHERE asked.handle = $1)) AND o.kind <> 'public'`,
      [handle],
    );
  }

  async add({ name, types, upTo, partners, perDay, reason, expiresAt }: NewRule): Promise<string> {
    const { at, person, viewer } = this.transaction;
    const id = newId();
    await this.transaction.query(
      `INSERT INTO standing_rule (id, owner_id, name, information_types, tlp_up_to, partners, per_day, reason, expires_at, proposed_at, proposed_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [id, viewer.organizationId, name, types, upTo, partners, perDay, reason, expiresAt, at, person],
    );
    return id;
  }

  async confirm(id: string): Promise<void> {
    const { at, person } = this.transaction;
    await this.transaction.query(
      'INSERT INTO standing_rule_confirmation (rule_id, confirmed_at, confirmed_by) VALUES ($1, $2, $3)',
      [id, at, person],
    );
  }

  async end(id: string, reason: string): Promise<void> {
    const { at, person } = this.transaction;
    await this.transaction.query(
      'INSERT INTO standing_rule_end (rule_id, ended_at, ended_by, reason) VALUES ($1, $2, $3, $4)',
      [id, at, person, reason],
    );
  }

  /** What of a version a rule bounds. */
  async candidate(version: string): Promise<Candidate> {
    return (await this.transaction.one<Candidate>(
      `SELECT v.tlp, v.information_type AS "informationType", v.audience_any AS "audienceAny", v.audience_include AS "audienceInclude",
         COALESCE((SELECT json_agg(json_build_object('tlp', p.tlp, 'informationType', p.information_type) ORDER BY p.number)
           FROM item_part p WHERE p.item_version_id = v.id), '[]') AS parts
       FROM item_version v WHERE v.id = $1`,
      [version],
    ))!;
  }

  /** After the release itself. */
  async count(rule: string, version: string, releasedAt: Date): Promise<void> {
    const { person, viewer } = this.transaction;
    await this.transaction.query(
      'INSERT INTO standing_release (item_version_id, rule_id, owner_id, released_at, done_by) VALUES ($1, $2, $3, $4, $5)',
      [version, rule, viewer.organizationId, releasedAt, person],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { checkedReference } from '../lists/items-by-reference';
import type { Happened } from '../rules/known-at';
import type { GrantFacts, ItemFacts } from '../rules/question';

/** An own item that is asked about. */
export interface AskedItem {
  id: string;
  kind: 'advisory' | 'incident';
}
export interface AskedVersion {
  id: string;
  number: number;
}
export interface AskedTeam {
  id: string;
  handle: string;
  /** Whose constituent it is. */
  parent: string | null;
}
/** A duty officer of a team, by account. */
export interface AskedPerson {
  id: string;
  name: string;
}
export interface TeamGrants extends AskedTeam {
  grants: GrantFacts[];
}

/** What a question of an owner is about: its own item, a version of it, a team, and the facts between them. */
@Injectable()
export class QuestionsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** @param named own id of the item, or a reference of it, whoever's. @throws Refusal `not-found`, 422 for a mistyped reference */
  async item(named: string): Promise<AskedItem> {
    const id = isUuid(named.toLowerCase()) ? named : null;
    const reference = id === null ? checkedReference(named, 'item') : undefined;
    const found = await this.transaction.one<AskedItem>(
      `SELECT i.id, i.kind FROM item i WHERE i.owner_id = app.viewer_org()
       AND i.id = COALESCE($1::uuid, (SELECT r.item_id FROM item_reference r WHERE r.reference = $2 AND r.owner_id = app.viewer_org()))`,
      [id, reference ?? null],
    );
    if (!found) throw Refusal.notFound();
    return found;
  }

  /** A version by its number; without one, the latest that was released by the instant, or the latest there was. */
  version(item: AskedItem, number: number | undefined, by: Date | null): Promise<AskedVersion | undefined> {
    return this.transaction.one<AskedVersion>(
      `SELECT v.id, v.number FROM item_version v
       LEFT JOIN release r ON r.item_version_id = v.id AND ($3::timestamptz IS NULL OR r.released_at <= $3)
       WHERE v.item_id = $1 AND v.owner_id = app.viewer_org() AND ($2::int IS NULL OR v.number = $2)
         AND ($3::timestamptz IS NULL OR v.created_at <= $3)
       ORDER BY r.item_version_id IS NULL, v.number DESC LIMIT 1`,
      [item.id, number ?? null, by],
    );
  }

  /** The latest version of an own item. */
  async latest({ id }: AskedItem): Promise<AskedVersion> {
    const found = await this.transaction.one<AskedVersion>(
      'SELECT id, number FROM item_version WHERE item_id = $1 ORDER BY number DESC LIMIT 1',
      [id],
    );
    if (!found) throw new Error('Every item has a version.');
    return found;
  }

  /** @param handle `public` for everybody; that of a merged organization leads to the one that stays. @throws Refusal `not-found` */
  async team(handle: string): Promise<AskedTeam> {
    const found = await this.transaction.one<AskedTeam>(
      `SELECT o.id, o.handle, o.parent_id AS parent FROM organization o
       WHERE o.id = app.survivor((SELECT asked.id FROM organization asked WHERE asked.handle = $1))`,
      [handle],
    );
    if (!found) throw Refusal.notFound();
    return found;
  }

  /**
   * A duty officer of the team whom the viewer's organization named or verified, or may name. @throws Refusal `not-found`,
   * the same for whoever else there is
   */
  async person(account: string | undefined, team: AskedTeam): Promise<AskedPerson | null> {
    if (account === undefined) return null;
    const sql = 'SELECT id, name FROM app.known_officers($1, $2) WHERE id = $3';
    const found = await this.transaction.one<AskedPerson>(sql, [team.id, this.transaction.at, account]);
    if (!found) throw Refusal.notFound();
    return found;
  }

  /** The names of those whom a version names, by account. */
  async named({ id }: AskedVersion): Promise<Map<string, string>> {
    const rows = await this.transaction.query<AskedPerson>('SELECT id, name FROM app.officers_named($1)', [
      id,
    ]);
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  async itemFacts({ id }: AskedVersion): Promise<ItemFacts> {
    const sql = 'SELECT facts FROM app.item_facts_for_viewer(ARRAY[$1::uuid])';
    const found = await this.transaction.one<{ facts: ItemFacts }>(sql, [id]);
    if (!found) throw new Error('Every version has facts.');
    return found.facts;
  }

  /** Every grant of the viewer's organization to a team, in force or not, with the ids of their agreements. */
  async grants(team: AskedTeam): Promise<{ facts: GrantFacts; agreementId: string }[]> {
    return this.transaction.query(
      `SELECT facts, agreement_id AS "agreementId" FROM app.grant_facts($1, ARRAY[app.viewer_org()])`,
      [team.id],
    );
  }

  /** Every team that some grant of the viewer's organization names, with those grants; in the order of handles. */
  teams(): Promise<TeamGrants[]> {
    return this.transaction.query(
      `SELECT o.id, o.handle, o.parent_id AS parent, jsonb_agg(f.facts) AS grants
       FROM (SELECT DISTINCT to_id FROM exchange_grant WHERE from_id = app.viewer_org()) g
       JOIN organization o ON o.id = g.to_id
       CROSS JOIN LATERAL app.grant_facts(o.id, ARRAY[app.viewer_org()]) f
       GROUP BY o.id ORDER BY o.handle COLLATE "C"`,
    );
  }

  /** What happened to agreements and to what stands below them, and to what the viewer's organization sends a team, each with when it was recorded. */
  async happened(agreements: readonly string[], team: AskedTeam): Promise<Happened> {
    const found = await this.transaction.one<Happened>(
      `WITH RECURSIVE line AS (SELECT a.id FROM agreement a WHERE a.id = ANY ($1)
         UNION SELECT c.id FROM agreement c JOIN line l ON c.parent_id = l.id)
       SELECT
         (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', t.id, 'agreement', a.reference, 'number', t.number,
             'expiresAt', app.millis(t.expires_at), 'madeAt', app.millis(t.created_at), 'required', (SELECT COALESCE(jsonb_agg(jsonb_build_object('party', n.party_id, 'kind', n.kind)), '[]')
               FROM app.terms_consents(t.id) n))), '[]')
           FROM terms_version t JOIN agreement a ON a.id = t.agreement_id WHERE a.id IN (SELECT id FROM line)) AS terms,
         (SELECT COALESCE(jsonb_agg(jsonb_build_object('agreement', f.reference, 'terms', f.terms_version_id, 'kind', f.kind,
             'party', f.party_id, 'from', app.millis(f.valid_from), 'knownFrom', app.millis(f.known_from))), '[]')
           FROM (SELECT a.reference, f.terms_version_id, app.consent_kind(f.kind) AS kind, f.party_id,
               GREATEST(f.effective_at, f.recorded_at, c.confirmed_at) AS valid_from, GREATEST(f.recorded_at, c.confirmed_at) AS known_from
             FROM agreement_fact f JOIN agreement a ON a.id = f.agreement_id
             LEFT JOIN agreement_fact_confirmation c ON c.fact_id = f.id
             WHERE a.id IN (SELECT id FROM line) AND (NOT f.second_person_required OR c.fact_id IS NOT NULL)
             UNION ALL SELECT a.reference, NULL, 'ended', a.drafted_by_org, s.valid_from, s.known_from
             FROM app.ends_by_succession(ARRAY(SELECT id FROM line)) s JOIN agreement a ON a.id = s.agreement_id) f) AS facts,
         (SELECT COALESCE(jsonb_agg(jsonb_build_object('agreement', a.reference,
             'direction', CASE WHEN p.from_id IS NOT NULL THEN jsonb_build_object('from', p.from_id, 'to', p.to_id) END,
             'types', to_jsonb(p.information_types),
             'from', app.millis(GREATEST(p.starts_at, p.recorded_at)), 'until', app.millis(p.ends_at),
             'knownFrom', app.millis(p.recorded_at),
             'resumed', CASE WHEN c.resumption_id IS NOT NULL THEN jsonb_build_object(
               'from', app.millis(GREATEST(r.effective_at, r.requested_at, c.confirmed_at)),
               'knownFrom', app.millis(GREATEST(r.requested_at, c.confirmed_at))) END)), '[]')
           FROM exchange_pause p LEFT JOIN agreement a ON a.id = p.agreement_id
           LEFT JOIN (exchange_resumption r JOIN exchange_resumption_confirmation c ON c.resumption_id = r.id) ON r.pause_id = p.id
           WHERE p.agreement_id IN (SELECT id FROM line) OR (p.from_id = app.viewer_org() AND p.to_id IN ($2, app.parent_of($2)))) AS pauses,
         app.overlays_of(ARRAY[app.viewer_org(), $2, app.parent_of($2)]) AS overlays`,
      [agreements, team.id],
    );
    if (!found) throw new Error('A statement without FROM has one row.');
    return found;
  }

  /** Handles of the organizations among these ids; other ids are absent. */
  async handles(ids: Iterable<string>): Promise<Map<string, string>> {
    const rows = await this.transaction.query<AskedTeam>(
      'SELECT id, handle FROM organization WHERE id = ANY ($1::uuid[])',
      [[...ids]],
    );
    return new Map(rows.map(({ id, handle }) => [id, handle]));
  }
}

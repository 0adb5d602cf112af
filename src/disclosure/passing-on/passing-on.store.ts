import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { GrantFacts, ItemFacts } from '../rules/question';

export interface Constituent {
  id: string;
  handle: string;
}

/** Something that the viewer's team passes on, or passed on, by the id that it knows the item as. */
export interface PassedOn {
  id: string;
  item: string;
  reference: string;
  kind: 'advisory' | 'incident';
  originator: string;
  originatorId: string;
  to: string;
  constituentId: string;
  at: Date;
  by: string;
  endedAt: Date | null;
  endedBy: string | null;
  reason: string | null;
}

/** Every statement about passing on; row-level security leaves what the viewer's own team passes on. */
@Injectable()
export class PassingOnStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** The viewer's constituents among these handles. */
  constituents(handles: readonly string[]): Promise<Constituent[]> {
    return this.transaction.query(
      'SELECT id, handle FROM organization WHERE handle = ANY ($1) AND parent_id = app.viewer_org()',
      [handles],
    );
  }

  /** Who owns what a team knows an item as; undefined for what was never put before it. */
  async ownerOf(externalId: string): Promise<string | undefined> {
    const found = await this.transaction.one<{ owner: string }>(
      `SELECT owner_id AS owner FROM variant WHERE external_id = $1 AND team_id IN (app.viewer_org(), app.public_team())`,
      [externalId],
    );
    return found?.owner;
  }

  /** What the rules weigh of a version that the viewer's team sees, and the grants under which it could. */
  async weighed(version: string, owner: string): Promise<{ item: ItemFacts; grants: GrantFacts[] }> {
    const found = await this.transaction.one<{ item: ItemFacts; grants: GrantFacts[] }>(
      `SELECT (SELECT facts FROM app.item_facts_for_viewer(ARRAY[$1::uuid])) AS item,
         (SELECT COALESCE(jsonb_agg(facts), '[]') FROM app.grant_facts(app.viewer_org(), ARRAY[$2::uuid])) AS grants`,
      [version, owner],
    );
    if (!found) throw new Error('A statement without FROM has one row.');
    return found;
  }

  /** The passings-on of an item that have not ended, by constituent. */
  async open(itemId: string): Promise<Map<string, string>> {
    const rows = await this.transaction.query<{ id: string; constituent: string }>(
      `SELECT p.id, p.constituent_id AS constituent FROM passing_on p
       WHERE p.item_id = $1 AND NOT EXISTS (SELECT 1 FROM passing_on_end e WHERE e.passing_on_id = p.id)`,
      [itemId],
    );
    return new Map(rows.map(({ id, constituent }) => [constituent, id]));
  }

  async add(itemId: string, constituent: Constituent): Promise<string> {
    const { at, person, viewer } = this.transaction;
    const id = newId();
    await this.transaction.query(
      `INSERT INTO passing_on (id, item_id, parent_id, constituent_id, at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, itemId, viewer.organizationId, constituent.id, at, person],
    );
    return id;
  }

  async end(id: string, reason: string | null): Promise<void> {
    const { at, person } = this.transaction;
    await this.transaction.query(
      'INSERT INTO passing_on_end (passing_on_id, at, reason, recorded_by) VALUES ($1, $2, $3, $4)',
      [id, at, reason, person],
    );
  }

  async find(id: string): Promise<PassedOn | undefined> {
    const [found] = await this.select({ id }, '', 1);
    return found;
  }

  /** In the order of ids, which is that in which they were made. */
  page(filter: { item?: string; to?: string }, after: string, limit: number): Promise<PassedOn[]> {
    return this.select(filter, after, limit);
  }

  private select(
    { id, item, to }: { id?: string; item?: string; to?: string },
    after: string,
    limit: number,
  ): Promise<PassedOn[]> {
    return this.transaction.query(
      `SELECT p.id, s.item, n.reference, s.kind, o.handle AS originator, o.id AS "originatorId", c.handle AS "to", c.id AS "constituentId",
         p.at, a.name AS by, e.at AS "endedAt", ender.name AS "endedBy", e.reason
       FROM passing_on p JOIN account a ON a.id = p.recorded_by JOIN organization c ON c.id = p.constituent_id
       JOIN item_reference n ON n.item_id = p.item_id AND n.team_id = p.parent_id AND n.person_id IS NULL
       CROSS JOIN LATERAL app.passed_item(p.id) s JOIN organization o ON o.id = s.owner_id
       LEFT JOIN (passing_on_end e JOIN account ender ON ender.id = e.recorded_by) ON e.passing_on_id = p.id
       WHERE p.parent_id = app.viewer_org() AND ($1::uuid IS NULL OR p.id = $1) AND ($2::uuid IS NULL OR s.item = $2)
         AND ($3::text IS NULL OR c.handle = $3) AND ($4 = '' OR p.id > NULLIF($4, '')::uuid)
       ORDER BY p.id LIMIT $5`,
      [id ?? null, item ?? null, to ?? null, after, limit],
    );
  }
}

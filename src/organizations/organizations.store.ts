import { Injectable } from '@nestjs/common';
import { containsWords } from '../platform/search-words';
import { ViewerTransaction } from '../platform/viewer-transaction';
import type { Organization } from './organization';
import type { OrganizationKind } from './rules/organization';

const COLUMNS = 'o.id, o.handle, o.name, o.kind, o.country, o.parent_id AS "parentId", o.namespace';
const NOT_MERGED = 'NOT EXISTS (SELECT 1 FROM organization_merger m WHERE m.from_id = o.id)';

/** Every statement about organizations. */
@Injectable()
export class OrganizationsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  async findByHandle(handle: string): Promise<Organization | undefined> {
    return this.transaction.one(
      `SELECT ${COLUMNS} FROM organization o
       WHERE o.id = app.survivor((SELECT asked.id FROM organization asked WHERE asked.handle = $1)) AND o.kind <> 'public'`,
      [handle],
    );
  }

  /** Organizations by the ids that were asked for; that of one that was merged leads to the survivor. */
  async findByIds(ids: readonly string[]): Promise<Map<string, Organization>> {
    if (ids.length === 0) return new Map();
    const found = await this.transaction.prepared<Organization & { asked: string }>(
      `SELECT asked.id AS asked, ${COLUMNS} FROM unnest($1::uuid[]) asked (id)
       JOIN organization o ON o.id = app.survivor(asked.id)`,
      [[...new Set(ids)]],
    );
    return new Map(found.map(({ asked, ...organization }) => [asked, organization]));
  }

  /** Handles of those that were merged into an organization, and into those. */
  async mergedInto(id: string): Promise<string[]> {
    const rows = await this.transaction.query<{ handle: string }>(
      `SELECT o.handle FROM organization o JOIN organization_merger m ON m.from_id = o.id
       WHERE app.survivor(o.id) = $1 ORDER BY o.handle`,
      [id],
    );
    return rows.map(({ handle }) => handle);
  }

  /** Organizations with a handle after the given one, in the order of handles. */
  page(
    after: string,
    { kind, text }: { kind: OrganizationKind | null; text: string | null },
    limit: number,
  ): Promise<Organization[]> {
    return this.transaction.query<Organization>(
      `SELECT ${COLUMNS} FROM organization o
       WHERE o.kind <> 'public' AND o.handle > $1 AND ($2::text IS NULL OR o.kind = $2) AND ${NOT_MERGED}
         AND ${containsWords('$4', "o.handle || ' ' || o.name")}
       ORDER BY o.handle LIMIT $3`,
      [after, kind, limit, text],
    );
  }

  /** The constituents of an organization with a handle after the given one, in the order of handles. */
  constituents(parentId: string, after: string, limit: number): Promise<Organization[]> {
    return this.transaction.query<Organization>(
      `SELECT ${COLUMNS} FROM organization o
       WHERE o.parent_id = $1 AND o.handle > $2 AND ${NOT_MERGED} ORDER BY o.handle LIMIT $3`,
      [parentId, after, limit],
    );
  }

  /** @returns false when the handle is taken */
  async add(organization: Organization): Promise<boolean> {
    const { id, handle, name, kind, country, parentId, namespace } = organization;
    const added = await this.transaction.query(
      `INSERT INTO organization (id, handle, name, kind, country, parent_id, namespace, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (handle) DO NOTHING RETURNING id`,
      [id, handle, name, kind, country, parentId, namespace, this.transaction.at],
    );
    return added.length > 0;
  }
}

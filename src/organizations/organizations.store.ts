import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { type Organization, toOrganization } from './organization';
import { OrganizationRow } from './organization.entity';
import type { OrganizationKind } from './rules/organization';

/** Every statement about organizations. */
@Injectable()
export class OrganizationsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  private get rows() {
    return this.transaction.manager.getRepository(OrganizationRow);
  }

  async findByHandle(handle: string): Promise<Organization | undefined> {
    const row = await this.rows.findOneBy({ handle });
    return row && row.kind !== 'public' ? toOrganization(row) : undefined;
  }

  async findByIds(ids: readonly string[]): Promise<Organization[]> {
    if (ids.length === 0) return [];
    return (await this.rows.findBy({ id: In([...new Set(ids)]) })).map(toOrganization);
  }

  /** Organizations with a handle after the given one, in the order of handles. */
  page(after: string, kind: OrganizationKind | null, limit: number): Promise<Organization[]> {
    return this.transaction.query<Organization>(
      `SELECT id, handle, name, kind, country, parent_id AS "parentId", namespace FROM organization
       WHERE kind <> 'public' AND handle > $1 AND ($2::text IS NULL OR kind = $2)
       ORDER BY handle LIMIT $3`,
      [after, kind, limit],
    );
  }

  /** The constituents of an organization with a handle after the given one, in the order of handles. */
  constituents(parentId: string, after: string, limit: number): Promise<Organization[]> {
    return this.transaction.query<Organization>(
      `SELECT id, handle, name, kind, country, parent_id AS "parentId", namespace FROM organization
       WHERE parent_id = $1 AND handle > $2 ORDER BY handle LIMIT $3`,
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

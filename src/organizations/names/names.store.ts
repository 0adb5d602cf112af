import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';

/** A name, and since and until when an organization had it; the first has the number 0. */
export interface Naming {
  number: number;
  name: string;
  since: Date;
  until: Date | null;
}

const NAMES = `
  SELECT number, name, at AS since, lead(at) OVER (ORDER BY number) AS until FROM (
    SELECT number, name, at FROM organization_naming WHERE organization_id = $1
    UNION ALL
    SELECT 0, COALESCE(n.former, o.name), o.created_at
    FROM organization o LEFT JOIN organization_naming n ON n.organization_id = o.id AND n.number = 1
    WHERE o.id = $1) named`;
const LAST = 2_147_483_647;

/** A name as people read it: without format characters, and with single spaces. */
const readAs = (name: string) =>
  `btrim(regexp_replace(regexp_replace(lower(normalize(${name}, NFKC)), '[\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]', '', 'g'), '\\s+', ' ', 'g'))`;

/** Every statement about how organizations are called. */
@Injectable()
export class NamesStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** Names before one, the newest first. */
  history(organizationId: string, before: string | undefined, limit: number): Promise<Naming[]> {
    return this.transaction.query(
      `SELECT * FROM (${NAMES}) names WHERE number < $2 ORDER BY number DESC LIMIT $3`,
      [organizationId, before === undefined ? LAST : Number(before), limit],
    );
  }

  /**
   * Whether another organization is called so, however composed, cased or spaced, and with whatever in it that nobody
   * sees; one that was merged into this is none.
   */
  async isTaken(name: string, byOtherThan: string): Promise<boolean> {
    const found = await this.transaction.one(
      `SELECT 1 FROM organization WHERE ${readAs('name')} = ${readAs('$2::text')} AND app.survivor(id) <> $1`,
      [byOtherThan, name],
    );
    return found !== undefined;
  }

  async add(organizationId: string, former: string, name: string): Promise<void> {
    const { at, person } = this.transaction;
    await this.transaction.query(
      `INSERT INTO organization_naming (organization_id, number, former, name, at, recorded_by)
       SELECT $1, count(*) + 1, $2, $3, $4, $5 FROM organization_naming WHERE organization_id = $1`,
      [organizationId, former, name, at, person],
    );
  }
}

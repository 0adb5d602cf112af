import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../platform/viewer-transaction';
import type { CitedGrant } from './gate';
import type { GrantFacts } from './rules/question';

/** A disclosure about to be written. */
export interface NewDisclosure {
  id: string;
  team: string;
  /** To whom of the team, of RED. */
  person: string | null;
  owner: string;
  variantVersion: string;
  projection: string;
  sha256: Buffer;
  grant: CitedGrant | null;
  basis: 'public' | 'grant' | 'none';
  decision: object;
  /** Kept with the decision, and in no log that the team may read. */
  transformations: readonly object[];
  rulesVersion: number;
  /** As they are kept, with their ends as ISO 8601. */
  obligations: readonly object[];
  at: Date;
  log: string;
  entry: string;
  /** Where it lies in the team's feed. */
  place: string;
  /** Other grants that let it go as well. */
  admitting: readonly GrantFacts[];
}

/** A disclosure that stands, and the log it is in. */
export interface Disclosed {
  id: string;
  log: string;
}

/** There is one disclosure for each team, variant version and projection. */
export const nameOf = ({
  team,
  variantVersion,
  projection,
}: Pick<NewDisclosure, 'team' | 'variantVersion' | 'projection'>): string =>
  `${team} ${variantVersion} ${projection}`;

/** What an entry says of a disclosure; ids are those that the team knows. */
export interface Described {
  owner: string;
  team: string;
  item: string;
  item_type: string;
  version: number;
  tlp: string;
  title: string;
  /** Only where one person released it alone. */
  emergency?: true;
}

/** The statements over disclosures. */
@Injectable()
export class DisclosureStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** Adds what is not disclosed yet; two answers at once add it once. Returns the ids that are new. */
  async add(rows: readonly NewDisclosure[]): Promise<string[]> {
    const added = await this.transaction.query<{ id: string }>(
      `INSERT INTO disclosure (id, team_id, person_id, owner_id, variant_version_id, projection, content_sha256, basis, rules_version, at, log_id, entry_id)
       SELECT d.id, team, person, owner, version, projection, sha256, basis, rules, $9, log, entry
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::bytea[], $8::text[], $10::int[], $11::uuid[], $12::uuid[])
         AS d(id, team, person, owner, version, projection, sha256, basis, rules, log, entry)
       ON CONFLICT (team_id, variant_version_id, projection) DO NOTHING RETURNING id`,
      [
        rows.map((r) => r.id),
        rows.map((r) => r.team),
        rows.map((r) => r.person),
        rows.map((r) => r.owner),
        rows.map((r) => r.variantVersion),
        rows.map((r) => r.projection),
        rows.map((r) => r.sha256),
        rows.map((r) => r.basis),
        rows[0]?.at,
        rows.map((r) => r.rulesVersion),
        rows.map((r) => r.log),
        rows.map((r) => r.entry),
      ],
    );
    const ids = new Set(added.map(({ id }) => id));
    await this.addGrounds(rows.filter(({ id }) => ids.has(id)));
    return [...ids];
  }

  /** What they rest on, which their owner alone reads. */
  private async addGrounds(rows: readonly NewDisclosure[]): Promise<void> {
    if (rows.length === 0) return;
    await this.transaction.query(
      `INSERT INTO disclosure_grounds (disclosure_id, grant_id, terms_version_id, clause, decision, obligations)
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::jsonb[], $6::jsonb[])`,
      [
        rows.map((r) => r.id),
        rows.map((r) => r.grant?.facts.id ?? null),
        rows.map((r) => r.grant?.termsVersionId ?? null),
        rows.map((r) => r.grant?.facts.clause ?? null),
        rows.map((r) => JSON.stringify({ ...r.decision, transformations: r.transformations })),
        rows.map((r) => JSON.stringify(r.obligations)),
      ],
    );
  }

  /** The standing disclosures among these, by `nameOf`. */
  async find(rows: readonly NewDisclosure[]): Promise<Map<string, Disclosed>> {
    const found = await this.transaction.prepared<
      Pick<NewDisclosure, 'team' | 'variantVersion' | 'projection'> & { id: string; log: string }
    >(
      `SELECT d.id, d.log_id AS log, d.team_id AS team, d.variant_version_id AS "variantVersion", d.projection FROM disclosure d
       JOIN unnest($1::uuid[], $2::uuid[], $3::text[]) AS w(team, version, projection)
         ON d.team_id = team AND d.variant_version_id = version AND d.projection = w.projection`,
      [rows.map((r) => r.team), rows.map((r) => r.variantVersion), rows.map((r) => r.projection)],
    );
    return new Map(found.map((row) => [nameOf(row), { id: row.id, log: row.log }]));
  }

  async describe(disclosures: readonly string[]): Promise<Map<string, Described>> {
    const rows = await this.transaction.prepared<
      Omit<Described, 'emergency'> & { id: string; emergency: boolean | null }
    >(
      `SELECT d.id, owner.handle AS owner, team.handle AS team, s.external_id AS item, i.kind AS item_type, vv.number AS version, v.tlp, v.title, r.emergency
       FROM disclosure d JOIN variant_version vv ON vv.id = d.variant_version_id JOIN variant s ON s.id = vv.variant_id
       JOIN item_version v ON v.id = vv.item_version_id JOIN item i ON i.id = v.item_id
       LEFT JOIN release r ON r.item_version_id = v.id
       JOIN organization owner ON owner.id = d.owner_id JOIN organization team ON team.id = d.team_id
       WHERE d.id = ANY ($1)`,
      [disclosures],
    );
    return new Map(
      rows.map(({ id, emergency, ...described }) => [
        id,
        { ...described, ...(emergency === true && { emergency }) },
      ]),
    );
  }
}

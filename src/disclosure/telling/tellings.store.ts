import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { RecordedObligation } from '../questions/decision.view';
import type { Against } from '../rules/telling';

/** A telling as its owner reads it. */
export interface StoredTelling {
  id: string;
  teamId: string;
  team: string;
  person: string | null;
  personName: string | null;
  item: string | null;
  type: 'advisory' | 'incident' | null;
  reference: string | null;
  version: number | null;
  what: string;
  tlp: string | null;
  informationType: string | null;
  how: string;
  encrypted: boolean;
  toldAt: Date;
  recordedAt: Date;
  recordedByName: string;
  late: boolean;
  authorised: boolean;
  basis: 'public' | 'grant' | null;
  agreement: string | null;
  termsVersion: number | null;
  clause: string | null;
  reasons: Against[];
  obligations: RecordedObligation[];
  disclosure: string | null;
  log: string;
  corrections: { id: string; at: string; by: string; text: string; not_told: boolean }[];
}

/** A telling about to be recorded. */
export interface NewTelling {
  id: string;
  team: string;
  person: string | null;
  personName: string | null;
  item: string | null;
  version: string | null;
  disclosure: string | null;
  about: string | null;
  tlp: string | null;
  informationType: string | null;
  how: string;
  encrypted: boolean;
  toldAt: Date;
  late: boolean;
  basis: string | null;
  agreement: string | null;
  termsVersion: number | null;
  clause: string | null;
  reasons: readonly Against[];
  obligations: readonly object[];
  rulesVersion: number;
  entry: string;
}

/** As which variant version a team is told something. */
export interface Told {
  variantVersion: string;
  externalId: string;
  number: number;
}

const TELLINGS = `
  SELECT t.id, t.team_id AS "teamId", o.handle AS team, t.person_id AS person, COALESCE(t.person_name, officer.name) AS "personName",
    t.item_id AS item, i.kind AS type, n.reference, v.number AS version, COALESCE(t.about, v.title) AS what, COALESCE(t.tlp, v.tlp) AS tlp,
    COALESCE(t.information_type, v.information_type) AS "informationType", t.how, t.encrypted, t.told_at AS "toldAt", t.recorded_at AS "recordedAt",
    recorder.name AS "recordedByName", t.late, t.authorised, t.basis, t.agreement, t.terms_version AS "termsVersion", t.clause,
    t.reasons, t.obligations, t.disclosure_id AS disclosure, e.log_id AS log,
    (SELECT COALESCE(json_agg(json_build_object('id', c.id, 'at', to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', a.name,
        'text', c.text, 'not_told', c.not_told) ORDER BY c.at, c.id), '[]')
      FROM telling_correction c JOIN account a ON a.id = c.recorded_by WHERE c.telling_id = t.id) AS corrections
  FROM telling t JOIN organization o ON o.id = t.team_id JOIN account recorder ON recorder.id = t.recorded_by
  JOIN record_entry e ON e.id = t.entry_id
  LEFT JOIN LATERAL app.known_officers(t.team_id, $1) officer ON officer.id = t.person_id
  LEFT JOIN item_version v ON v.id = t.item_version_id LEFT JOIN item i ON i.id = t.item_id
  LEFT JOIN item_reference n ON n.item_id = t.item_id AND n.team_id = t.owner_id`;

/** Every statement about what was told by word of mouth; row-level security leaves what the own side told. */
@Injectable()
export class TellingsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  find(id: string): Promise<StoredTelling | undefined> {
    return this.transaction.one(`${TELLINGS} WHERE t.id = $2`, [this.transaction.at, id]);
  }

  /** The last first, before a place; of one item or to one team. */
  page(
    { item, team }: { item: string | null; team: string | null },
    [at = 'infinity', id = 'ffffffff-ffff-ffff-ffff-ffffffffffff']: readonly string[],
    limit: number,
  ): Promise<StoredTelling[]> {
    return this.transaction.query(
      `${TELLINGS} WHERE t.owner_id = app.viewer_org() AND ($2::uuid IS NULL OR t.item_id = $2) AND ($3::uuid IS NULL OR t.team_id = $3)
         AND (t.recorded_at, t.id) < ($4::timestamptz, $5::uuid) ORDER BY t.recorded_at DESC, t.id DESC LIMIT $6`,
      [this.transaction.at, item, team, at, id, limit],
    );
  }

  /** As what a team, or of RED a person of it, knows an own version once it is told. */
  async tell(version: string, team: string, person: string | null): Promise<Told> {
    const told = await this.transaction.one<Told>(
      'SELECT variant_version_id AS "variantVersion", external_id AS "externalId", number FROM app.tell($1, $2, $3, $4)',
      [version, team, person, this.transaction.at],
    );
    if (!told) throw new Error('A version that is told has a variant.');
    return told;
  }

  /** The bytes that stand for what was told: they name it, and nothing else. @returns their digest */
  async state({ variantVersion }: Told, bytes: Buffer): Promise<Buffer> {
    await this.transaction.query(
      `INSERT INTO rendition (variant_version_id, projection, media_type, file_name, bytes, sha256)
       VALUES ($1, 'told', 'application/json', 'told.json', $2, sha256($2)) ON CONFLICT DO NOTHING`,
      [variantVersion, bytes],
    );
    const stored = await this.transaction.one<{ sha256: Buffer }>(
      `SELECT sha256 FROM rendition WHERE variant_version_id = $1 AND projection = 'told'`,
      [variantVersion],
    );
    return stored!.sha256;
  }

  /** The handle of the own organization, and the title of an own version. */
  async described(version: string | null): Promise<{ owner: string; title: string }> {
    const found = await this.transaction.one<{ owner: string; title: string }>(
      `SELECT o.handle AS owner, COALESCE(v.title, '') AS title FROM organization o LEFT JOIN item_version v ON v.id = $1
       WHERE o.id = app.viewer_org()`,
      [version],
    );
    if (!found) throw new Error('Every viewer has an organization.');
    return found;
  }

  async add(telling: NewTelling): Promise<void> {
    const { at, person, viewer } = this.transaction;
    const { basis, reasons, obligations } = telling;
    await this.transaction.query(
      `INSERT INTO telling (id, owner_id, team_id, person_id, person_name, item_id, item_version_id, disclosure_id, about, tlp,
         information_type, how, told_at, recorded_at, recorded_by, late, authorised, basis, agreement, terms_version, clause, reasons,
         obligations, rules_version, entry_id, encrypted)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26)`,
      [
        ...[telling.id, viewer.organizationId, telling.team, telling.person, telling.personName],
        ...[telling.item, telling.version, telling.disclosure, telling.about, telling.tlp],
        ...[
          telling.informationType,
          telling.how,
          telling.toldAt,
          at,
          person,
          telling.late,
          basis !== null,
          basis,
        ],
        ...[telling.agreement, telling.termsVersion, telling.clause],
        ...[JSON.stringify(reasons), JSON.stringify(obligations), telling.rulesVersion, telling.entry],
        telling.encrypted,
      ],
    );
  }

  async correct(telling: string, text: string, notTold: boolean): Promise<void> {
    const { at, person } = this.transaction;
    await this.transaction.query(
      'INSERT INTO telling_correction (id, telling_id, at, recorded_by, text, not_told) VALUES ($1, $2, $3, $4, $5, $6)',
      [newId(), telling, at, person, text, notTold],
    );
  }
}

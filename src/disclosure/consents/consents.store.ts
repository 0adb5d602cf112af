import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';

export type ConsentScope = 'team' | 'partners' | 'public';
/** Whose consents a route is about: of the source of another publisher's content, or of victims that parts tell of. */
export type Giver = 'source' | 'victim';

/** A consent with who recorded, confirmed and revoked it, by name. */
export interface StoredConsent {
  id: string;
  item: string;
  giver: Giver;
  /** Who gave it, as the people who keep it call her. */
  givenBy: string;
  /** What parts call the victim; null for a source. */
  victim: string | null;
  scope: ConsentScope;
  /** Handle of the one team. */
  team: string | null;
  validFrom: Date;
  validUntil: Date;
  evidence: string;
  recordedAt: Date;
  recordedBy: string;
  recordedByName: string;
  confirmedAt: Date | null;
  confirmedByName: string | null;
  revokedAt: Date | null;
  revokedByName: string | null;
  reason: string | null;
}

/** A consent about to be recorded. */
export interface NewConsent {
  id: string;
  item: string;
  giver: Giver;
  givenBy: string;
  victim: string | null;
  scope: ConsentScope;
  teamId: string | null;
  validFrom: Date;
  validUntil: Date;
  evidence: string;
}

const CONSENTS = `
  SELECT c.id, c.item_id AS item, c.giver, c.given_by AS "givenBy", c.victim, c.scope, t.handle AS team, c.valid_from AS "validFrom", c.valid_until AS "validUntil",
    encode(c.evidence_sha256, 'hex') AS evidence, c.recorded_at AS "recordedAt", c.recorded_by AS "recordedBy",
    first.name AS "recordedByName", f.confirmed_at AS "confirmedAt", second.name AS "confirmedByName",
    r.at AS "revokedAt", revoker.name AS "revokedByName", r.reason
  FROM item_consent c JOIN account first ON first.id = c.recorded_by
  LEFT JOIN organization t ON t.id = c.team_id
  LEFT JOIN (item_consent_confirmation f JOIN account second ON second.id = f.confirmed_by) ON f.consent_id = c.id
  LEFT JOIN (item_consent_revocation r JOIN account revoker ON revoker.id = r.recorded_by) ON r.consent_id = c.id
  WHERE c.item_id = $1 AND c.giver = $2`;

/** Every statement about consents of sources and victims; row-level security leaves those of own items. */
@Injectable()
export class ConsentsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  async find(item: string, giver: Giver, id: string): Promise<StoredConsent | undefined> {
    return this.transaction.one<StoredConsent>(`${CONSENTS} AND c.id = $3`, [item, giver, id]);
  }

  page(item: string, giver: Giver, after: string, limit: number): Promise<StoredConsent[]> {
    return this.transaction.query(`${CONSENTS} AND c.id > $3 ORDER BY c.id LIMIT $4`, [
      item,
      giver,
      after,
      limit,
    ]);
  }

  /** Confirmed consents of its source that last longer than an instant, whether they have begun or not. */
  lasting(item: string, at: Date): Promise<{ scope: ConsentScope; validUntil: Date }[]> {
    return this.transaction.query(
      `SELECT c.scope, LEAST(c.valid_until, r.at) AS "validUntil"
       FROM item_consent c JOIN item_consent_confirmation f ON f.consent_id = c.id
       LEFT JOIN item_consent_revocation r ON r.consent_id = c.id
       WHERE c.item_id = $1 AND c.giver = 'source' AND LEAST(c.valid_until, r.at) > $2
         AND LEAST(c.valid_until, r.at) > GREATEST(c.valid_from, c.recorded_at, f.confirmed_at)`,
      [item, at],
    );
  }

  /** Whether terms in force let content of other publishers go as far as its marking does. */
  async forwards(at: Date): Promise<boolean> {
    const sql = 'SELECT app.viewer_forwards($1) AS found';
    return (await this.transaction.one<{ found: boolean }>(sql, [at]))?.found ?? false;
  }

  /** Whether any version of an item holds another publisher's content. */
  async isThirdParty(item: string): Promise<boolean> {
    const sql = 'SELECT EXISTS (SELECT 1 FROM item_version WHERE item_id = $1 AND third_party) AS found';
    return (await this.transaction.one<{ found: boolean }>(sql, [item]))?.found ?? false;
  }

  /** Whether a part of any version of an item tells of a victim whom it calls so. */
  async tellsOf(item: string, victim: string): Promise<boolean> {
    const sql = 'SELECT EXISTS (SELECT 1 FROM item_part WHERE item_id = $1 AND victim = $2) AS found';
    return (await this.transaction.one<{ found: boolean }>(sql, [item, victim]))?.found ?? false;
  }

  /** The team behind a handle; that of a merged organization leads to the one that stays. */
  async team(handle: string): Promise<{ id: string; handle: string } | undefined> {
    return this.transaction.one(
      `SELECT o.id, o.handle FROM organization o
       WHERE o.id = app.survivor((SELECT asked.id FROM organization asked WHERE asked.handle = $1))`,
      [handle],
    );
  }

  async add(consent: NewConsent): Promise<void> {
    const { at, person, viewer } = this.transaction;
    await this.transaction.query(
      `INSERT INTO item_consent (id, item_id, owner_id, giver, given_by, victim, scope, team_id, valid_from, valid_until,
         evidence_sha256, recorded_at, recorded_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, decode($11, 'hex'), $12, $13)`,
      [
        ...[consent.id, consent.item, viewer.organizationId, consent.giver, consent.givenBy, consent.victim],
        ...[consent.scope, consent.teamId],
        ...[consent.validFrom, consent.validUntil, consent.evidence, at, person],
      ],
    );
  }

  async confirm(id: string): Promise<void> {
    const { at, person } = this.transaction;
    await this.transaction.query(
      'INSERT INTO item_consent_confirmation (consent_id, confirmed_at, confirmed_by) VALUES ($1, $2, $3)',
      [id, at, person],
    );
  }

  async revoke(id: string, reason: string): Promise<void> {
    const { at, person } = this.transaction;
    await this.transaction.query(
      'INSERT INTO item_consent_revocation (consent_id, at, reason, recorded_by) VALUES ($1, $2, $3, $4)',
      [id, at, reason, person],
    );
  }

  /** Waits until nothing of an item that a consent lets go is on its way to anybody. */
  async holdReaders(item: string): Promise<void> {
    await this.transaction.query('SELECT app.hold_readers($1)', [item]);
  }
}

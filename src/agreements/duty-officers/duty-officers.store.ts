import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { VerificationMethod } from '../rules/verifying';

/** A duty officer whom the viewer's organization may verify and name. */
export interface PartnerOfficer {
  id: string;
  name: string;
  /** Handle. */
  organization: string;
  verified_until: Date | null;
}

interface Verified {
  id: string;
  method: VerificationMethod;
  verified_at: Date;
  valid_from: Date;
  valid_until: Date;
  ended_at: Date | null;
  valid: boolean;
}
/** A verification as the organization that recorded it reads it. */
export interface StoredVerification extends Verified {
  person: string;
  name: string;
  organization: string;
  organization_id: string;
  note: string | null;
  recorded_at: Date;
  recorded_by: string;
  recorded_by_name: string;
  /** The number on file that was called back; null where it was verified otherwise. */
  called_number: string | null;
  ended_because: string | null;
  ended_by: string | null;
  reason: string | null;
}
/** As who is verified reads it. */
export interface MyVerification extends Verified {
  verified_by: string;
}

export interface NewVerification {
  person: string;
  method: VerificationMethod;
  note: string | null;
  verifiedAt: Date;
  validUntil: Date;
}

const RECORDED = `SELECT v.*, a.name AS recorded_by_name, c.telephone AS called_number
  FROM app.verifications(app.viewer_org(), NULL, $1) v JOIN account a ON a.id = v.recorded_by
  LEFT JOIN duty_officer_call_back c ON c.verification_id = v.id`;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const AFTER_ALL = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Every statement about duty officers of partners and their verifications. */
@Injectable()
export class DutyOfficersStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** In the order of handles and accounts, after one of them. */
  partners(after: readonly string[], limit: number): Promise<PartnerOfficer[]> {
    const [handle = '', id = BEFORE_ALL] = after;
    return this.transaction.query(
      `SELECT p.id, p.name, o.handle AS organization, (
         SELECT max(v.valid_until) FROM app.verifications(app.viewer_org(), NULL, $1) v WHERE v.person = p.id AND v.valid) AS verified_until
       FROM app.partner_officers($1) p JOIN organization o ON o.id = p.organization_id
       WHERE (o.handle COLLATE "C", p.id) > ($2, $3::uuid) ORDER BY o.handle COLLATE "C", p.id LIMIT $4`,
      [this.transaction.at, handle, id, limit],
    );
  }

  /** The organization of a duty officer whom the viewer's may verify; undefined for anybody else. */
  async organizationOf(account: string): Promise<string | undefined> {
    const sql = 'SELECT organization_id AS id FROM app.partner_officers($1) WHERE id = $2';
    return (await this.transaction.one<{ id: string }>(sql, [this.transaction.at, account]))?.id;
  }

  /** Those that the viewer's organization recorded, newest first. */
  page(before: string | undefined, limit: number): Promise<StoredVerification[]> {
    return this.transaction.query(`${RECORDED} WHERE v.id < $2 ORDER BY v.id DESC LIMIT $3`, [
      this.transaction.at,
      before ?? AFTER_ALL,
      limit,
    ]);
  }

  find(id: string): Promise<StoredVerification | undefined> {
    return this.transaction.one(`${RECORDED} WHERE v.id = $2`, [this.transaction.at, id]);
  }

  /** Those of the viewer's person, newest first. */
  mine(before: string | undefined, limit: number): Promise<MyVerification[]> {
    return this.transaction.query(
      'SELECT * FROM app.verifications(NULL, app.viewer_person(), $1) WHERE id < $2 ORDER BY id DESC LIMIT $3',
      [this.transaction.at, before ?? AFTER_ALL, limit],
    );
  }

  async add({ person, method, note, verifiedAt, validUntil }: NewVerification): Promise<string> {
    const id = newId();
    const { at, viewer, person: recordedBy } = this.transaction;
    await this.transaction.query(
      `INSERT INTO duty_officer_verification (id, verifier_id, account_id, organization_id, method, note, verified_at, valid_until,
         recorded_at, recorded_by)
       SELECT $1, $2, p.id, p.organization_id, $4, $5, $6, $7, $8, $9 FROM app.partner_officers($8) p WHERE p.id = $3`,
      [id, viewer.organizationId, person, method, note, verifiedAt, validUntil, at, recordedBy],
    );
    return id;
  }

  /** @returns false when it was ended a moment ago */
  async revoke(id: string, reason: string): Promise<boolean> {
    const { at, person } = this.transaction;
    const added = await this.transaction.query(
      `INSERT INTO duty_officer_verification_end (verification_id, cause, at, recorded_by, reason)
       VALUES ($1, 'revoked', $2, $3, $4) ON CONFLICT DO NOTHING RETURNING verification_id`,
      [id, at, person, reason],
    );
    return added.length > 0;
  }
}

import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';

/** A number of a partner, with since when it is on file. */
export interface NumberOnFile {
  contact_id: string;
  version: number;
  role: string;
  name: string | null;
  telephone: string;
  since: Date;
}

/** One direction in which RED may go, and how its giver stands to the duty officers of its receiver. */
export interface RedStanding {
  from_handle: string;
  from_name: string;
  to_handle: string;
  to_name: string;
  officers: number;
  verified: number;
  verified_until: Date | null;
  lapsed_at: Date | null;
}

/** Every statement about calls back, and about whom RED may go to. */
@Injectable()
export class CallBacksStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  numbers(organizationId: string): Promise<NumberOnFile[]> {
    return this.transaction.query('SELECT * FROM app.numbers_on_file($1, $2) ORDER BY role, contact_id', [
      organizationId,
      this.transaction.at,
    ]);
  }

  /** Whether the viewer's organization verified her before, other than by calling back, and did not revoke that. */
  async heldBefore(person: string): Promise<boolean> {
    const row = await this.transaction.one(
      `SELECT 1 FROM duty_officer_verification v
       LEFT JOIN duty_officer_verification_end e ON e.verification_id = v.id
       WHERE v.verifier_id = app.viewer_org() AND v.account_id = $1 AND e.cause IS DISTINCT FROM 'revoked'
         AND NOT EXISTS (SELECT 1 FROM duty_officer_call_back c WHERE c.verification_id = v.id)`,
      [person],
    );
    return row !== undefined;
  }

  async add(verificationId: string, { contact_id, version, telephone, since }: NumberOnFile): Promise<void> {
    await this.transaction.query(
      `INSERT INTO duty_officer_call_back (verification_id, contact_id, contact_version, telephone, on_file_since)
       VALUES ($1, $2, $3, $4, $5)`,
      [verificationId, contact_id, version, telephone, since],
    );
  }

  /** In the order of handles. */
  standing(): Promise<RedStanding[]> {
    return this.transaction.query(
      `SELECT f.handle AS from_handle, f.name AS from_name, t.handle AS to_handle, t.name AS to_name, s.officers, s.verified,
         s.verified_until, s.lapsed_at
       FROM app.red_standing($1) s JOIN organization f ON f.id = s.from_id JOIN organization t ON t.id = s.to_id
       ORDER BY f.handle COLLATE "C", t.handle COLLATE "C"`,
      [this.transaction.at],
    );
  }
}

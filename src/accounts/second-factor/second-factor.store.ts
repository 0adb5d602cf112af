import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import {
  RecoveryCodeRow,
  TotpConfirmationRow,
  TotpEndRow,
  TotpEnrolmentRow,
  TotpWrongCodeRow,
} from '../second-factor.entity';

/** An enrolment that has not ended; it counts once it is confirmed. */
export interface Enrolment {
  id: string;
  secret_sealed: Buffer;
  created_at: Date;
  /** The session that began it. */
  session_id: string | null;
  confirmed_at: Date | null;
  wrong_codes: number;
  recovery_codes_left: number;
}

/** Every statement about the second factors of the viewer's own organization. */
@Injectable()
export class SecondFactorStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** Holds other steps of the account's second factor back until this one is done. */
  lock(accountId: string): Promise<void> {
    return this.transaction.lock(`account:${accountId}`);
  }

  find(accountId: string): Promise<Enrolment | undefined> {
    return this.transaction.one(
      `SELECT t.id, t.secret_sealed, t.created_at, t.session_id, c.at AS confirmed_at,
         (SELECT count(*)::int FROM totp_wrong_code w WHERE w.enrolment_id = t.id) AS wrong_codes,
         (SELECT count(*)::int FROM recovery_code r WHERE r.enrolment_id = t.id AND NOT EXISTS
           (SELECT 1 FROM recovery_code_use u WHERE u.enrolment_id = t.id AND u.code_sha256 = r.code_sha256)
         ) AS recovery_codes_left
       FROM totp_enrolment t LEFT JOIN totp_confirmation c ON c.enrolment_id = t.id
       WHERE t.account_id = $1 AND t.organization_id = app.viewer_org()
         AND NOT EXISTS (SELECT 1 FROM totp_end e WHERE e.enrolment_id = t.id)`,
      [accountId],
    );
  }

  async add(secretSealed: Buffer): Promise<void> {
    const { at: createdAt, person: accountId, viewer, manager } = this.transaction;
    const { organizationId } = viewer;
    await manager.insert(TotpEnrolmentRow, {
      id: newId(),
      organizationId,
      accountId,
      secretSealed,
      createdAt,
      sessionId: viewer.sessionId ?? null,
    });
  }

  async confirm(enrolmentId: string, codes: readonly Buffer[]): Promise<void> {
    const { at, manager } = this.transaction;
    await manager.insert(TotpConfirmationRow, { enrolmentId, at });
    await manager.insert(
      RecoveryCodeRow,
      codes.map((codeSha256) => ({ enrolmentId, codeSha256 })),
    );
  }

  /** Keeps that a wrong code was tried. */
  async addWrongCode(enrolmentId: string): Promise<void> {
    const { at, manager } = this.transaction;
    await manager.insert(TotpWrongCodeRow, { id: newId(), enrolmentId, at });
  }

  /** Puts other recovery codes in the place of those that were not used yet. */
  async replaceCodes(enrolmentId: string, codes: readonly Buffer[]): Promise<void> {
    await this.transaction.query('SELECT app.void_recovery_codes($1, $2)', [
      enrolmentId,
      this.transaction.at,
    ]);
    const rows = codes.map((codeSha256) => ({ enrolmentId, codeSha256 }));
    await this.transaction.manager.insert(RecoveryCodeRow, rows);
  }

  /** @returns false when the code of this period was used before */
  async usePeriod(enrolmentId: string, period: number): Promise<boolean> {
    const sql = 'SELECT app.use_totp_period($1, $2) AS first';
    return (await this.transaction.one<{ first: boolean }>(sql, [enrolmentId, period]))?.first === true;
  }

  async end(enrolmentId: string, reason: TotpEndRow['reason']): Promise<void> {
    const { at, person: recordedBy, manager } = this.transaction;
    await manager.insert(TotpEndRow, { enrolmentId, at, reason, recordedBy });
  }
}

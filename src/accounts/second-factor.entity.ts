import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('totp_enrolment')
export class TotpEnrolmentRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('bytea', { name: 'secret_sealed' }) secretSealed: Buffer;
  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' }) createdAt: Date;
  /** The session that began it, in which alone it is confirmed. */
  @Column('uuid', { name: 'session_id', nullable: true }) sessionId: string | null;
}

@Entity('totp_wrong_code')
export class TotpWrongCodeRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'enrolment_id' }) enrolmentId: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
}

@Entity('totp_confirmation')
export class TotpConfirmationRow {
  @PrimaryColumn('uuid', { name: 'enrolment_id' }) enrolmentId: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
}

@Entity('totp_end')
export class TotpEndRow {
  @PrimaryColumn('uuid', { name: 'enrolment_id' }) enrolmentId: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column('text') reason: 'replaced' | 'removed' | 'guessed';
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
}

@Entity('recovery_code')
export class RecoveryCodeRow {
  @PrimaryColumn('uuid', { name: 'enrolment_id' }) enrolmentId: string;
  @PrimaryColumn('bytea', { name: 'code_sha256' }) codeSha256: Buffer;
}

@Entity('recovery_code_use')
export class RecoveryCodeUseRow {
  @PrimaryColumn('uuid', { name: 'enrolment_id' }) enrolmentId: string;
  @PrimaryColumn('bytea', { name: 'code_sha256' }) codeSha256: Buffer;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why a reset of a password can no longer be used. */
export type ResetEndReason = 'used' | 'replaced' | 'password-changed' | 'departed' | 'issuer-left';

@Entity('password_reset')
export class PasswordResetRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('bytea', { name: 'token_sha256', unique: true }) tokenSha256: Buffer;
  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' }) createdAt: Date;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column({ type: 'timestamptz', precision: 3, name: 'expires_at' }) expiresAt: Date;
}

@Entity('password_reset_end')
export class PasswordResetEndRow {
  @PrimaryColumn('uuid', { name: 'reset_id' }) resetId: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column('text') reason: ResetEndReason;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
}

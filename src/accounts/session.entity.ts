import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who holds the tokens of a session: a program of its own, or the portal for a browser. */
export const SESSION_KINDS = ['api', 'browser'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** Why a session ended before its time. */
export type SessionEndReason =
  | 'signed-out'
  | 'refresh-reused'
  | 'password-changed'
  | 'password-reset'
  | 'roles-changed'
  | 'departed'
  | 'second-factor-enrolled'
  | 'second-factor-removed';

@Entity('session')
export class SessionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column({ type: 'timestamptz', precision: 3, name: 'started_at' }) startedAt: Date;
  @Column({ type: 'timestamptz', precision: 3, name: 'expires_at' }) expiresAt: Date;
  @Column('text', { default: 'api' }) kind: SessionKind;
  /** The network that it was begun from. */
  @Column('text', { nullable: true }) network: string | null;
}

@Entity('session_proof')
export class SessionProofRow {
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId: string;
  @PrimaryColumn({ type: 'timestamptz', precision: 3 }) at: Date;
}

@Entity('session_use')
export class SessionUseRow {
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId: string;
  @Column({ type: 'timestamptz', precision: 3, name: 'last_used_at' }) lastUsedAt: Date;
}

@Entity('session_end')
export class SessionEndRow {
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column('text') reason: SessionEndReason;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
}

@Entity('refresh_token')
export class RefreshTokenRow {
  @PrimaryColumn('bytea', { name: 'token_sha256' }) tokenSha256: Buffer;
  @Column('uuid', { name: 'session_id' }) sessionId: string;
  @Column({ type: 'timestamptz', precision: 3, name: 'issued_at' }) issuedAt: Date;
  @Column({ type: 'timestamptz', precision: 3, name: 'expires_at' }) expiresAt: Date;
}

@Entity('refresh_rotation')
export class RefreshRotationRow {
  @PrimaryColumn('bytea', { name: 'token_sha256' }) tokenSha256: Buffer;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
}

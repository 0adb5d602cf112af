import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../platform/viewer';

/** Why an invitation can no longer be accepted; without one it is open until it expires. */
export type InvitationEndReason = 'accepted' | 'revoked' | 'inviter-left';

@Entity('invitation')
export class InvitationRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text') email: string;
  @Column('text') name: string;
  @Column('text', { array: true }) roles: Role[];
  @Column('bytea', { name: 'token_sha256', unique: true }) tokenSha256: Buffer;
  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' }) createdAt: Date;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column({ type: 'timestamptz', precision: 3, name: 'expires_at' }) expiresAt: Date;
}

@Entity('invitation_end')
export class InvitationEndRow {
  @PrimaryColumn('uuid', { name: 'invitation_id' }) invitationId: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column('text') reason: InvitationEndReason;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
}

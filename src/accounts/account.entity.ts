import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../platform/viewer';

@Entity('account')
export class AccountRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text', { unique: true }) email: string;
  @Column('text') name: string;
  @Column('text', { name: 'password_hash' }) passwordHash: string;
  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' }) createdAt: Date;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
}

@Entity('account_role')
export class AccountRoleRow {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId: string;
  @PrimaryColumn('text') role: Role;
  @Column({ type: 'timestamptz', precision: 3, name: 'granted_at' }) grantedAt: Date;
  @Column('uuid', { name: 'granted_by', nullable: true }) grantedBy: string | null;
}

@Entity('account_departure')
export class AccountDepartureRow {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  /** Null: the operator. */
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @Column('text') reason: string;
}

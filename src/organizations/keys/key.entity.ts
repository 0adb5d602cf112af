import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeyFault } from '../rules/key-warnings';

@Entity('organization_key')
export class OrganizationKeyRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('uuid', { name: 'contact_id', nullable: true }) contactId: string | null;
  @Column('text') fingerprint: string;
  @Column('text') armored: string;
  @Column('text') algorithm: string;
  @Column('text', { name: 'user_ids', array: true }) userIds: string[];
  @Column('text', { array: true }) emails: string[];
  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' }) createdAt: Date;
  @Column({ type: 'timestamptz', precision: 3, name: 'expires_at', nullable: true }) expiresAt: Date | null;
  @Column('boolean') encrypts: boolean;
  @Column({ type: 'timestamptz', precision: 3, name: 'encrypts_until', nullable: true })
  encryptsUntil: Date | null;
  @Column('text', { array: true }) faults: KeyFault[];
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
}

@Entity('organization_key_removal')
export class OrganizationKeyRemovalRow {
  @PrimaryColumn('uuid', { name: 'key_id' }) keyId: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
}

export const keyEntities = [OrganizationKeyRow, OrganizationKeyRemovalRow];

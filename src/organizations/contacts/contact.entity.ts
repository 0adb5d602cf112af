import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContactRole, VerificationMethod } from '../rules/contact';

@Entity('organization_contact')
export class ContactRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
}

@Entity('organization_contact_version')
export class ContactVersionRow {
  @PrimaryColumn('uuid', { name: 'contact_id' }) contactId: string;
  @PrimaryColumn('int') version: number;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text') role: ContactRole;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text') email: string;
  @Column('text', { nullable: true }) telephone: string | null;
  @Column('text', { nullable: true }) hours: string | null;
  @Column('text', { array: true }) languages: string[];
  @Column('boolean') emergency: boolean;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
}

@Entity('organization_contact_verification')
export class ContactVerificationRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'contact_id' }) contactId: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('int') version: number;
  @Column('text') email: string;
  @Column('text', { nullable: true }) telephone: string | null;
  @Column('text') method: VerificationMethod;
  @Column('text', { nullable: true }) note: string | null;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
}

@Entity('organization_contact_removal')
export class ContactRemovalRow {
  @PrimaryColumn('uuid', { name: 'contact_id' }) contactId: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
}

export const contactEntities = [ContactRow, ContactVersionRow, ContactVerificationRow, ContactRemovalRow];

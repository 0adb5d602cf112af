import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organization_namespace')
export class OrganizationNamespaceRow {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text') namespace: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
}

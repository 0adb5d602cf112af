import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organization_profile')
export class OrganizationProfileRow {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('int') version: number;
  @Column('jsonb') content: object;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
}

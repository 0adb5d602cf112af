import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organization_naming')
export class OrganizationNamingRow {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('int') number: number;
  @Column('text') former: string;
  @Column('text') name: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
}

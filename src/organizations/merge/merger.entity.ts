import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organization_merger')
export class OrganizationMergerRow {
  @PrimaryColumn('uuid', { name: 'from_id' }) fromId: string;
  @Column('uuid', { name: 'into_id' }) intoId: string;
  @Column('uuid', { array: true }) constituents: string[];
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
}

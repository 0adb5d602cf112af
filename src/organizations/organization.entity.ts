import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organization')
export class OrganizationRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { unique: true }) handle: string;
  @Column('text') name: string;
  @Column('text') kind: 'national-cert' | 'sectoral-cert' | 'ministry' | 'international-body' | 'public';
  @Column('text', { nullable: true }) country: string | null;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: string | null;
  @Column('text', { nullable: true }) namespace: string | null;
  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' }) createdAt: Date;
}

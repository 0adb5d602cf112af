import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('case_note')
export class CaseNoteRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'item_id' }) itemId: string;
  @Column('uuid', { name: 'owner_id' }) ownerId: string;
  @Column('text') note: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column('uuid', { name: 'written_by' }) writtenBy: string;
}

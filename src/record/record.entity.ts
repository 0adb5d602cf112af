import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('record_log')
export class RecordLogRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: 'relationship' | 'house';
  @Column('uuid', { name: 'party_a' }) partyA: string;
  @Column('uuid', { name: 'party_b', nullable: true }) partyB: string | null;
  @Column('uuid', { name: 'agreement_id', nullable: true }) agreementId: string | null;
}

@Entity('record_entry')
export class RecordEntryRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'log_id' }) logId: string;
  @Column('text') kind: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column('bytea') canonical: Buffer;
}

@Entity('record_payload')
export class RecordPayloadRow {
  @PrimaryColumn('uuid', { name: 'entry_id' }) entryId: string;
  @PrimaryColumn('text') audience: string;
  @Column('bytea') salt: Buffer;
  @Column('bytea') payload: Buffer;
}

export const recordEntities = [RecordLogRow, RecordEntryRow, RecordPayloadRow];

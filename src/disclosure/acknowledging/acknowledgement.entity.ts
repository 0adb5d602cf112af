import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a team says it has a version that was disclosed to it; by a person or with a key. */
@Entity('acknowledgement')
export class AcknowledgementRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'team_id' }) teamId: string;
  @Column('uuid', { name: 'owner_id' }) ownerId: string;
  @Column('uuid', { name: 'variant_version_id' }) variantVersionId: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
  @Column('uuid', { name: 'api_key_id', nullable: true }) apiKeyId: string | null;
  @Column('uuid', { name: 'log_id' }) logId: string;
  @Column('uuid', { name: 'entry_id' }) entryId: string;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The answer to a change, for who asks the same again within a day. */
@Entity('kept_answer')
export class KeptAnswerRow {
  @PrimaryColumn('uuid', { name: 'caller_id' }) callerId: string;
  @PrimaryColumn('text') key: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('bytea', { name: 'request_hmac' }) requestHmac: Buffer;
  @Column('smallint') status: number;
  @Column('jsonb') headers: Record<string, string>;
  @Column('text', { nullable: true }) body: string | null;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
}

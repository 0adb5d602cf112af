import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('api_key')
export class ApiKeyRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text') name: string;
  @Column('text', { unique: true }) prefix: string;
  @Column('bytea', { name: 'secret_sha256' }) secretSha256: Buffer;
  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' }) createdAt: Date;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column({ type: 'timestamptz', precision: 3, name: 'expires_at' }) expiresAt: Date;
}

@Entity('api_key_revocation')
export class ApiKeyRevocationRow {
  @PrimaryColumn('uuid', { name: 'api_key_id' }) apiKeyId: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  /** Null: the operator. */
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
}

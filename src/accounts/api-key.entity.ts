import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('api_key')
export class ApiKeyRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text') name: string;
  @Column('text', { unique: true }) prefix: string;
  @Column('text', { array: true }) scopes: string[];
  @Column('text', { name: 'allowed_ranges', array: true }) allowedRanges: string[];
  @Column('bytea', { name: 'secret_sha256' }) secretSha256: Buffer;
  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' }) createdAt: Date;
  /** Null: the operator. */
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column({ type: 'timestamptz', precision: 3, name: 'expires_at' }) expiresAt: Date;
  /** In whose name stands what it files; null for a key that files nothing. */
  @Column('uuid', { name: 'acts_as', nullable: true }) actsAs: string | null;
}

@Entity('api_key_revocation')
export class ApiKeyRevocationRow {
  @PrimaryColumn('uuid', { name: 'api_key_id' }) apiKeyId: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  /** Null: the operator. */
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
}

@Entity('api_key_rotation')
export class ApiKeyRotationRow {
  @PrimaryColumn('uuid', { name: 'api_key_id' }) apiKeyId: string;
  @Column('uuid', { name: 'successor_id', unique: true }) successorId: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column({ type: 'timestamptz', precision: 3, name: 'ends_at' }) endsAt: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
}

@Entity('api_key_use')
export class ApiKeyUseRow {
  @PrimaryColumn('uuid', { name: 'api_key_id' }) apiKeyId: string;
  @Column({ type: 'timestamptz', precision: 3, name: 'last_used_at' }) lastUsedAt: Date;
}

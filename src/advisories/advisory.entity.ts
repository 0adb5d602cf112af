import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where an imported version came from. */
@Entity('csaf_source')
export class CsafSourceRow {
  @PrimaryColumn('uuid', { name: 'item_version_id' }) itemVersionId: string;
  @Column('uuid', { name: 'item_id' }) itemId: string;
  @Column('uuid', { name: 'owner_id' }) ownerId: string;
  @Column('text', { name: 'publisher_namespace' }) publisherNamespace: string;
  @Column('text', { name: 'tracking_id' }) trackingId: string;
  @Column('text', { name: 'tracking_version' }) trackingVersion: string;
  @Column('bytea', { name: 'document_sha256' }) documentSha256: Buffer;
}

/** The case that an advisory was drafted from. Only its owner ever knows. */
@Entity('advisory_case')
export class AdvisoryCaseRow {
  @PrimaryColumn('uuid', { name: 'item_id' }) itemId: string;
  @Column('uuid', { name: 'owner_id' }) ownerId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
}

/** What this capability adds to the data source. */
export const advisoryEntities = [CsafSourceRow, AdvisoryCaseRow];

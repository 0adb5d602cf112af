import { Column, Entity, PrimaryColumn } from 'typeorm';

const instant = { type: 'timestamptz', precision: 3 } as const;

@Entity('agreement_description')
export class AgreementDescriptionRow {
  @PrimaryColumn('uuid', { name: 'agreement_id' }) agreementId: string;
  @PrimaryColumn('int') number: number;
  @Column('text', { nullable: true }) binding: string | null;
  @Column('text', { array: true, default: '{}' }) languages: string[];
  @Column('text', { name: 'prevailing_language', nullable: true }) prevailingLanguage: string | null;
  @Column('text', { name: 'registry_number', nullable: true }) registryNumber: string | null;
  @Column('text', { nullable: true }) classification: string | null;
  @Column('uuid', { name: 'described_by' }) describedBy: string;
  @Column('uuid', { name: 'described_by_org' }) describedByOrg: string;
  @Column({ ...instant, name: 'described_at' }) describedAt: Date;
}

@Entity('terms_clause')
export class TermsClauseRow {
  @PrimaryColumn('uuid', { name: 'terms_version_id' }) termsVersionId: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @PrimaryColumn('text') number: string;
  /** Empty where it is not said. */
  @PrimaryColumn('text') language: string;
  @Column('text') heading: string;
  @Column('text', { nullable: true }) body: string | null;
  @Column('text', { name: 'owner_role', nullable: true }) ownerRole: string | null;
  @Column('uuid', { name: 'owner_id', nullable: true }) ownerId: string | null;
  @Column('text', { nullable: true }) binding: string | null;
}

@Entity('terms_text')
export class TermsTextRow {
  @PrimaryColumn('uuid', { name: 'terms_version_id' }) termsVersionId: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @PrimaryColumn('text') language: string;
  @PrimaryColumn('int') number: number;
  @Column('text', { name: 'media_type' }) mediaType: string;
  @Column('bytea') content: Buffer;
  @Column('bytea') sha256: Buffer;
  @Column('uuid', { name: 'uploaded_by' }) uploadedBy: string;
  @Column('uuid', { name: 'uploaded_by_org' }) uploadedByOrg: string;
  @Column({ ...instant, name: 'uploaded_at' }) uploadedAt: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

const instant = (name: string, nullable = false) =>
  ({ type: 'timestamptz', precision: 3, name, nullable }) as const;

@Entity('exchange_pause')
export class ExchangePauseRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: 'suspension' | 'stop';
  @Column('uuid', { name: 'agreement_id', nullable: true }) agreementId: string | null;
  @Column('uuid', { name: 'from_id', nullable: true }) fromId: string | null;
  @Column('uuid', { name: 'to_id', nullable: true }) toId: string | null;
  @Column('text', { name: 'information_types', array: true, nullable: true }) informationTypes:
    string[] | null;
  @Column(instant('starts_at')) startsAt: Date;
  @Column(instant('ends_at', true)) endsAt: Date | null;
  @Column(instant('review_at', true)) reviewAt: Date | null;
  @Column('text') grounds: string;
  @Column('bytea', { name: 'evidence_sha256', nullable: true }) evidenceSha256: Buffer | null;
  @Column(instant('recorded_at')) recordedAt: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
  @Column('uuid', { name: 'recorded_by_org' }) recordedByOrg: string;
}

@Entity('exchange_resumption')
export class ExchangeResumptionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'pause_id', unique: true }) pauseId: string;
  @Column(instant('effective_at')) effectiveAt: Date;
  @Column('text') reason: string;
  @Column(instant('requested_at')) requestedAt: Date;
  @Column('uuid', { name: 'requested_by' }) requestedBy: string;
}

@Entity('exchange_resumption_confirmation')
export class ExchangeResumptionConfirmationRow {
  @PrimaryColumn('uuid', { name: 'resumption_id' }) resumptionId: string;
  @Column(instant('confirmed_at')) confirmedAt: Date;
  @Column('uuid', { name: 'confirmed_by' }) confirmedBy: string;
}

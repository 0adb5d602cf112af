import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReportStatus } from './report-status';

const instant = { type: 'timestamptz', precision: 3 } as const;

@Entity('report')
export class ReportRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'reporter_id' }) reporterId: string;
  @Column('uuid', { name: 'recipient_id' }) recipientId: string;
  @Column('text') title: string;
  @Column('text') description: string;
  @Column({ ...instant, name: 'aware_at' }) awareAt: Date;
  @Column({ ...instant, name: 'filed_at' }) filedAt: Date;
  @Column('uuid', { name: 'filed_by' }) filedBy: string;
  /** The key with which a system filed it; null where a person did. */
  @Column('uuid', { name: 'filed_with', nullable: true }) filedWith: string | null;
  @Column('uuid', { name: 'follows_id', nullable: true }) followsId: string | null;
}

@Entity('report_case')
export class ReportCaseRow {
  @PrimaryColumn('uuid', { name: 'report_id' }) reportId: string;
  @Column('uuid', { name: 'item_id' }) itemId: string;
  @Column({ ...instant, name: 'joined_at' }) joinedAt: Date;
  @Column('uuid', { name: 'joined_by' }) joinedBy: string;
}

@Entity('report_answer')
export class ReportAnswerRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'report_id' }) reportId: string;
  @Column('text') status: ReportStatus;
  @Column('text') answer: string;
  @Column(instant) at: Date;
  @Column('uuid', { name: 'answered_by' }) answeredBy: string;
}

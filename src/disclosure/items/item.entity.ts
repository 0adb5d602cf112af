import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InformationType, Pap, PartKind, PartTag, Severity, Tlp } from '../rules/vocabulary';

const instant = { type: 'timestamptz', precision: 3 } as const;

@Entity('item')
export class ItemRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: 'advisory' | 'incident';
  @Column('uuid', { name: 'owner_id' }) ownerId: string;
  @Column({ ...instant, name: 'created_at' }) createdAt: Date;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
}

@Entity('item_version')
export class ItemVersionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'item_id' }) itemId: string;
  @Column('uuid', { name: 'owner_id' }) ownerId: string;
  @Column('int') number: number;
  @Column({ ...instant, name: 'created_at' }) createdAt: Date;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('uuid', { array: true }) authors: string[];
  @Column('text') title: string;
  @Column('jsonb') content: object;
  @Column('bytea', { nullable: true }) document: Buffer | null;
  @Column('text', { nullable: true }) tlp: Tlp | null;
  @Column('text', { name: 'information_type', nullable: true }) informationType: InformationType | null;
  @Column('text', { array: true }) categories: string[];
  @Column('text', { name: 'product_types', array: true }) productTypes: string[];
  @Column('text', { array: true }) sectors: string[];
  @Column('text', { nullable: true }) severity: Severity | null;
  @Column('text', { array: true }) nexus: string[];
  @Column('text', { nullable: true }) pap: Pap | null;
  @Column({ ...instant, name: 'embargo_until', nullable: true }) embargoUntil: Date | null;
  @Column('boolean', { name: 'third_party' }) thirdParty: boolean;
  @Column('boolean', { name: 'audience_any' }) audienceAny: boolean;
  @Column('uuid', { name: 'audience_include', array: true }) audienceInclude: string[];
  @Column('uuid', { name: 'audience_exclude', array: true }) audienceExclude: string[];
  @Column('uuid', { name: 'named_persons', array: true }) namedPersons: string[];
  /** How many it has. */
  @Column('int', { default: 0 }) parts: number;
}

@Entity('item_part')
export class ItemPartRow {
  @PrimaryColumn('uuid', { name: 'item_version_id' }) itemVersionId: string;
  @PrimaryColumn('int') number: number;
  @Column('uuid', { name: 'item_id' }) itemId: string;
  @Column('uuid', { name: 'owner_id' }) ownerId: string;
  @Column('text') kind: PartKind;
  @Column('text') title: string;
  @Column('text') text: string;
  @Column('text', { nullable: true }) tlp: Tlp | null;
  @Column('text', { name: 'information_type', nullable: true }) informationType: InformationType | null;
  @Column('text', { nullable: true }) pap: Pap | null;
  @Column('text', { array: true }) tags: PartTag[];
  @Column('text', { nullable: true }) victim: string | null;
}

@Entity('release')
export class ReleaseRow {
  @PrimaryColumn('uuid', { name: 'item_version_id' }) itemVersionId: string;
  @Column('uuid', { name: 'item_id' }) itemId: string;
  @Column('uuid', { name: 'owner_id' }) ownerId: string;
  @Column({ ...instant, name: 'released_at' }) releasedAt: Date;
  @Column('uuid', { name: 'released_by' }) releasedBy: string;
  @Column('boolean') public: boolean;
  @Column('boolean', { default: false }) emergency: boolean;
  @Column({ ...instant, name: 'embargo_until', nullable: true }) embargoUntil: Date | null;
  @Column({ ...instant, name: 'superseded_at', nullable: true }) supersededAt: Date | null;
}

@Entity('withdrawal')
export class WithdrawalRow {
  @PrimaryColumn('uuid', { name: 'item_id' }) itemId: string;
  @Column('uuid', { name: 'owner_id' }) ownerId: string;
  @Column(instant) at: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
  @Column('text') reason: string;
}

export const itemEntities = [ItemRow, ItemVersionRow, ItemPartRow, ReleaseRow, WithdrawalRow];

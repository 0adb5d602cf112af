import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Former } from '../rules/succession';

@Entity('supersession')
export class SupersessionRow {
  @PrimaryColumn('uuid', { name: 'successor_id' }) successorId: string;
  @Column('uuid', { name: 'predecessor_id' }) predecessorId: string;
  @Column('text') former: Former;
}

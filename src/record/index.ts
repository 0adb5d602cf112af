export { canonicalBytes, commit } from './commitments';
export type { EntryKind } from './entry-kinds';
export { type NewEntry, SharingRecord } from './sharing-record';
export { Sequencer, type Step } from './sequencing/sequencer';
export { RecordModule } from './record.module';
export { recordEntities } from './record.entity';

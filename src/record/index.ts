export { canonicalBytes, commit } from './commitments';
export { type NewEntry, Record } from './record';
export { RecordModule } from './record.module';

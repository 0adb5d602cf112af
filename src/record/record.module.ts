import { Global, Module } from '@nestjs/common';
import { EntryStream } from './entry-stream';
import { ExportLog } from './export-log';
import { LogsController } from './logs.controller';
import { LogsStore } from './logs.store';
import { ReadLog } from './read-log';
import { SharingRecord } from './sharing-record';

/** The append-only record, at the hand of every capability, and its export for auditors. */
@Global()
@Module({
  controllers: [LogsController],
  providers: [EntryStream, ExportLog, LogsStore, ReadLog, SharingRecord],
  exports: [SharingRecord],
})
export class RecordModule {}

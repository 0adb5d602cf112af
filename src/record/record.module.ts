import { Global, Module } from '@nestjs/common';
import { ExportBundle } from './bundle/export-bundle';
import { EntryStream } from './entry-stream';
import { ExportLog } from './export-log';
import { LogsController } from './logs.controller';
import { LogsStore } from './logs.store';
import { OwnTransactions } from './own-transactions';
import { ReadLog } from './read-log';
import { Sequencer } from './sequencing/sequencer';
import { SharingRecord } from './sharing-record';
import { ShowTree } from './trees/show-tree';
import { TreesController } from './trees/trees.controller';
import { TreesStore } from './trees/trees.store';
import { KeepWitnesses } from './witnesses/keep-witnesses';
import { WitnessesController } from './witnesses/witnesses.controller';
import { WitnessesStore } from './witnesses/witnesses.store';

/** The append-only record, at the hand of every capability, and its export for auditors. */
@Global()
@Module({
  controllers: [LogsController, TreesController, WitnessesController],
  providers: [
    EntryStream,
    ExportBundle,
    ExportLog,
    LogsStore,
    OwnTransactions,
    ReadLog,
    Sequencer,
    SharingRecord,
    ShowTree,
    TreesStore,
    KeepWitnesses,
    WitnessesStore,
  ],
  exports: [Sequencer, SharingRecord],
})
export class RecordModule {}

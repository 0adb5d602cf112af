import { Global, Module } from '@nestjs/common';
import { SharingRecord } from './sharing-record';

/** The append-only record, at the hand of every capability. */
@Global()
@Module({ providers: [SharingRecord], exports: [SharingRecord] })
export class RecordModule {}

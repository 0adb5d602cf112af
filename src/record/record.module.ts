import { Global, Module } from '@nestjs/common';
import { Record } from './record';

/** The append-only record, at the hand of every capability. */
@Global()
@Module({ providers: [Record], exports: [Record] })
export class RecordModule {}

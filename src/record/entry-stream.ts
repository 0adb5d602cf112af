import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import QueryStream from 'pg-query-stream';
import { DataSource } from 'typeorm';
import type { Viewer } from '../platform/viewer';
import { ENTRIES, type EntryFilter, parametersOf, type ReadableEntry } from './logs.store';

/** Reads entries one batch at a time, in a transaction of its own that lasts as long as the reader reads. */
@Injectable()
export class EntryStream {
  constructor(private readonly source: DataSource) {}

  async *read(viewer: Viewer, at: Date, filter: EntryFilter): AsyncGenerator<ReadableEntry> {
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    try {
      // One snapshot: what is appended meanwhile is in the next export.
      await runner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await runner.query(`SELECT set_config('app.viewer_org', $1, true), set_config('app.at', $2, true)`, [
        viewer.organizationId,
        at.toISOString(),
      ]);
      const rows = client.query(new QueryStream(ENTRIES, parametersOf(filter), { batchSize: 500 }));
      for await (const row of rows) yield row as ReadableEntry;
    } finally {
      await runner.query('ROLLBACK');
      await runner.release();
    }
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Viewer } from '../platform/viewer';

/** Asks in a transaction of its own. */
export type Ask = <Row>(sql: string, parameters: unknown[]) => Promise<Row[]>;

/**
 * Transactions apart from the request's, for what is read a batch at a time: between two batches nothing is held,
 * however slowly the reader reads.
 */
@Injectable()
export class OwnTransactions {
  constructor(private readonly source: DataSource) {}

  /** @throws Error once the session of who reads has ended: what she was sent until then is all she gets */
  async read<Found>(viewer: Viewer, at: Date, work: (ask: Ask) => Promise<Found>): Promise<Found> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await runner.query(`SELECT set_config('app.viewer_org', $1, true), set_config('app.at', $2, true)`, [
        viewer.organizationId,
        at.toISOString(),
      ]);
      await stillActing(runner, viewer, at);
      return await work(
        <Row>(sql: string, parameters: unknown[]) => runner.query(sql, parameters) as Promise<Row[]>,
      );
    } finally {
      await runner.query('ROLLBACK').finally(() => runner.release());
    }
  }
}

async function stillActing(runner: QueryRunner, { sessionId, personId }: Viewer, at: Date): Promise<void> {
  const sql = `SELECT FROM app.session_acting($1, $2, $3) WHERE 'auditor' = ANY (roles)`;
  const found = (await runner.query(sql, [sessionId, personId, at])) as unknown[];
  if (found.length === 0) throw new Error('The session in which the export began has ended.');
}

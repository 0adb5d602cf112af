import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { BATCH, type BatchRow, ENTRIES, type EntryFilter, parametersOf, type Place } from './entry-batch';
import type { ReadableEntry } from './logs.store';
import { OwnTransactions } from './own-transactions';

const BOUND = 'SELECT COALESCE(max(position), 0) AS bound FROM record_entry WHERE log_id = $1';
const DISCLOSED = `
  SELECT convert_from(p.payload, 'UTF8')::jsonb ->> 'disclosure' AS id FROM record_entry e
  JOIN record_payload p ON p.entry_id = e.id AND p.audience = 'shared'
  WHERE e.log_id = $1 AND e.kind = 'disclosure' AND convert_from(p.payload, 'UTF8')::jsonb ->> 'item' = ANY ($2)`;

/** What a batch of entries leaves to be read. */
interface Batch {
  entries: ReadableEntry[];
  next: Place | undefined;
}

/**
 * Reads entries one batch at a time. Between two batches nothing is held, however slowly the reader reads; what is
 * appended meanwhile is in the next export.
 */
@Injectable()
export class EntryStream {
  constructor(
    private readonly apart: OwnTransactions,
    private readonly transaction: ViewerTransaction,
  ) {}

  /**
   * The entries as the viewer may read them. The first batch is read in the open viewer transaction, so that what is
   * wrong from the beginning is told like any other fault.
   */
  async open(filter: EntryFilter): Promise<AsyncGenerator<ReadableEntry>> {
    const { viewer, at } = this.transaction;
    const row = await this.transaction.one<{ bound: string }>(BOUND, [filter.log]);
    const disclosures = filter.items
      ? (await this.transaction.query<{ id: string }>(DISCLOSED, [filter.log, filter.items])).map(
          ({ id }) => id,
        )
      : undefined;
    const whole = { ...filter, disclosures, bound: row?.bound ?? '0' };
    const query = (sql: string, parameters: unknown[]) => this.transaction.query<BatchRow>(sql, parameters);
    const first = await readBatch(query, whole, { after: '0', index: '0' });
    return this.rest(first, (place) => this.apart.read(viewer, at, (ask) => readBatch(ask, whole, place)));
  }

  private async *rest(first: Batch, read: (place: Place) => Promise<Batch>): AsyncGenerator<ReadableEntry> {
    for (let batch = first; ; batch = await read(batch.next)) {
      yield* batch.entries;
      if (!batch.next) return;
    }
  }
}

async function readBatch(
  query: (sql: string, parameters: unknown[]) => Promise<BatchRow[]>,
  filter: EntryFilter,
  place: Place,
): Promise<Batch> {
  const rows = await query(ENTRIES, parametersOf(filter, place));
  const { last, scanned } = rows[0] ?? { last: null, scanned: 0 };
  const entries = rows.flatMap(({ last: _last, scanned: _scanned, ...entry }) =>
    entry.entry === null ? [] : [entry as ReadableEntry],
  );
  if (last === null || scanned < BATCH) return { entries, next: undefined };
  return { entries, next: { after: last, index: String(BigInt(place.index) + BigInt(scanned)) } };
}

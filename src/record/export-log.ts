import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { describeFault } from '../platform/log/describe-fault';
import { LOG } from '../platform/log/log';
import { Refusal } from '../platform/refusal';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { csvOf, jsonLinesOf } from './entry-csv';
import { EntryStream } from './entry-stream';
import type { ExportQuery } from './logs.dto';
import { LogsStore } from './logs.store';
import { SharingRecord } from './sharing-record';

/** An auditor exports a log of which her organization is a party. That she did is itself an entry. */
@Injectable()
export class ExportLog {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: LogsStore,
    private readonly record: SharingRecord,
    private readonly stream: EntryStream,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** @throws Refusal `not-found` for absent logs and those of others; 422 for a range that ends before it begins */
  async execute(log: string, { format, organization, item, from, to }: ExportQuery): Promise<StreamableFile> {
    if (from && to && Date.parse(from) >= Date.parse(to))
      throw Refusal.invalid({ field: 'to', rule: 'after', message: 'must be later than from' });
    const [found] = await this.store.logs(log);
    if (!found) throw Refusal.notFound();
    const items = item ? await this.store.identifiersOf(item) : undefined;
    const { at, person } = this.transaction;
    await this.record.appendToOwnHouse('log-exported', {
      exported: log,
      agreement: found.agreement,
      person,
      format,
      organization,
      item,
      from,
      to,
    });
    const entries = await this.stream.open({ log, organization, items, from, to });
    const name = [found.agreement ?? found.parties.join('-'), at.toISOString().slice(0, 10)].join('_');
    const file = new StreamableFile(format === 'csv' ? csvOf(entries) : jsonLinesOf(entries), {
      type: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl',
      disposition: `attachment; filename="accord-log_${name}.${format}"`,
    });
    // What was begun is cut off, so that half a log is never taken for a whole one.
    return file.setErrorHandler((error, response) => {
      this.log.error({ fault: describeFault(error) }, 'an export broke off');
      (response as Response).destroy();
    });
  }
}

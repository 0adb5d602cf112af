import { Injectable } from '@nestjs/common';
import { Cursors } from '../platform/cursor';
import { Refusal } from '../platform/refusal';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { LOOK, type PageRow, type Place, type Wanted } from './entry-page';
import type { EntriesQuery, LogEntry, LogEntryPage } from './logs.dto';
import { LogsStore } from './logs.store';
import { SharingRecord } from './sharing-record';

/** An auditor reads a log of which her organization is a party, from the newest entry on. That she did is itself an entry. */
@Injectable()
export class ReadLog {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: LogsStore,
    private readonly record: SharingRecord,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal `not-found` as for an export; `cursor/invalid`; 422 for a range that ends before it begins */
  async execute(log: string, { limit, cursor, ...asked }: EntriesQuery): Promise<LogEntryPage> {
    const { kind = null, organization = null, item, person = null, from = null, to } = asked;
    if (from && to && Date.parse(from) >= Date.parse(to))
      throw Refusal.invalid({ field: 'to', rule: 'after', message: 'must be later than from' });
    const found = await this.store.party(log);
    if (!found) throw Refusal.notFound();
    const binding = `${this.transaction.viewer.organizationId}|log ${log}|${JSON.stringify(asked)}`;
    const place =
      cursor === undefined ? ([to ?? 'infinity', '0'] as const) : placeIn(this.cursors.open(cursor, binding));
    const items = item ? await this.store.identifiersOf(item) : null;
    const wanted: Wanted = { log, kind, organization, items, person, from };
    const rows = await this.store.before(wanted, place, limit + 1);
    await this.record.appendToOwnHouse('log-read', {
      ...{ read: log, agreement: found.agreement, person: this.transaction.person, kind: asked.kind },
      ...{ organization: asked.organization, item, asked_of: asked.person, from: asked.from, to },
    });
    const next = following(rows, limit);
    return {
      items: rows.slice(0, limit).flatMap(entryOf),
      next: next && this.cursors.seal(next.join(' '), binding),
      looked_back_to: next && next[0],
    };
  }
}

const placeIn = (opened: string): Place => {
  const [at = '', position = ''] = opened.split(' ');
  return [at, position];
};

const entryOf = ({ id, at, kind, shared, content, own }: PageRow): LogEntry[] =>
  id === null ? [] : [{ id, at: at.toISOString(), kind, shared, content, own }];

/** Where the next page begins: after the last entry shown, or after the last that was looked at; null at the end. */
function following(rows: readonly PageRow[], limit: number): Place | null {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  if (last) return [last.at.toISOString(), last.position];
  const [reach] = rows;
  if (!reach?.last_at || reach.last_position === null || reach.looked < LOOK) return null;
  return [reach.last_at.toISOString(), reach.last_position];
}

import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../platform/viewer-transaction';
import type { Leaving } from './disclosing';
import { type FeedEntry, hasContent } from './feed-entry';
import { besideLabel, membersOf } from './lists/beside-label';

/** RFC 3339 with microseconds, from microseconds since 1970; a Date would drop the last three digits. */
export function microInstant(micros: string): string {
  const whole = BigInt(micros);
  const seconds = new Date(Number(whole / 1_000_000n) * 1000).toISOString().slice(0, 19);
  return `${seconds}.${(whole % 1_000_000n).toString().padStart(6, '0')}Z`;
}

/** Writes feed entries as JSON text; a summary goes in as the very bytes that were stored and disclosed. */
@Injectable()
export class FeedLine {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** @param leaving what of them carries content, with its bytes and what it rests on */
  async write(entries: readonly FeedEntry[], leaving: readonly Leaving[]): Promise<string[]> {
    const names = await this.names(entries);
    const reader = this.transaction.viewer.organizationId;
    const carried = new Map(leaving.map((one) => [one.entry.seq, one]));
    return entries.map((entry) => {
      const head = `"event":${JSON.stringify(entry.kind)},"at":"${microInstant(entry.date_added)}"`;
      const content = hasContent(entry) ? carried.get(entry.seq) : undefined;
      if (content)
        return `{${head},"item":${content.rendition.bytes.toString()}${membersOf(besideLabel(content, reader))}}`;
      const rest = entry.notice
        ? {
            notice: entry.notice,
            originator: names.organizations.get(entry.counterpart_id!),
            agreement: names.agreements.get(entry.about!),
            ...(entry.notice_types ? { information_types: entry.notice_types } : {}),
          }
        : {
            id: names.items.get(entry.variant_id!),
            type: entry.item_kind,
            originator: names.organizations.get(entry.owner_id!),
          };
      return `{${head},${JSON.stringify(rest).slice(1)}`;
    });
  }

  private async names(entries: readonly FeedEntry[]) {
    const organizations = entries.map(({ owner_id, counterpart_id }) => owner_id ?? counterpart_id);
    const handles = await this.transaction.query<{ id: string; handle: string }>(
      'SELECT id, handle FROM organization WHERE id = ANY ($1)',
      [organizations],
    );
    const variants = await this.transaction.query<{ id: string; external_id: string }>(
      'SELECT id, external_id FROM variant WHERE id = ANY ($1)',
      [entries.map(({ variant_id }) => variant_id).filter((id) => id !== null)],
    );
    const agreements = await this.transaction.query<{ lane: number; reference: string }>(
      'SELECT * FROM app.lane_agreements($1)',
      [entries.map(({ about }) => about).filter((lane) => lane !== null)],
    );
    return {
      agreements: new Map(agreements.map(({ lane, reference }) => [lane, reference])),
      organizations: new Map(handles.map(({ id, handle }) => [id, handle])),
      items: new Map(variants.map(({ id, external_id }) => [id, external_id])),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { Cursors } from '../../platform/cursor';
import type { PageQuery } from '../../platform/paging';
import { ServedBody } from '../../platform/served-body';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { besideLabel, membersOf } from '../lists/beside-label';
import { hasContent } from '../feed-entry';
import { Gate } from '../gate';
import { Renditions, SUMMARY } from '../renditions';
import { askedBinding } from '../stated-purpose';
import { Transferring } from '../transferring';
import { type NamedPlace, NamedItemsStore } from './named-items.store';

/** Lists what is shared with the person who asks, by name: judged, rendered, disclosed and logged, and only then sent. */
@Injectable()
export class ListNamedItems {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: NamedItemsStore,
    private readonly gate: Gate,
    private readonly renditions: Renditions,
    private readonly transferring: Transferring,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal `cursor/invalid` */
  async execute({ cursor, limit }: PageQuery, known?: string): Promise<ServedBody> {
    const team = this.transaction.viewer.organizationId;
    const binding = `${team}|named items|${this.transaction.person}|${askedBinding(this.transaction)}`;
    const after = cursor === undefined ? null : placeOf(this.cursors.open(cursor, binding));
    const page = await this.store.page(after, limit + 1);
    const shown = page.slice(0, limit);
    const judged = await this.gate.judge(team, shown.filter(hasContent), () => 'content');
    const versions = judged.map(({ entry }) => entry.variant_version_id);
    const summaries = await this.renditions.of(versions, SUMMARY);
    const leaving = judged.map((one) => ({
      ...one,
      rendition: summaries.get(one.entry.variant_version_id)!,
    }));
    const last = page.length > limit ? shown.at(-1) : undefined;
    const next = last ? this.cursors.seal(`${last.date_added} ${last.item_version_id}`, binding) : null;
    const lines = leaving.map(
      (one) => `${one.rendition.bytes.toString().slice(0, -1)}${membersOf(besideLabel(one, team))}}`,
    );
    const body = Buffer.from(`{"items":[${lines.join(',')}],"next":${JSON.stringify(next)}}`);
    // An empty list is as sensitive: it tells that nothing is shared.
    const served = new ServedBody(body, 'application/json', true, known, undefined, next);
    await this.transferring.transfer('named list', served, leaving);
    return served;
  }
}

function placeOf(opened: string): NamedPlace {
  const [cameAt = '', version = ''] = opened.split(' ');
  return { cameAt, version };
}

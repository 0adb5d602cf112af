import { Injectable } from '@nestjs/common';
import { Cursors } from '../platform/cursor';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { DEFAULT_LIMIT } from './agreements.dto';
import type { ListPausesQuery } from './pauses.dto';
import { PausesStore } from './pauses.store';

/** Lists suspensions and stops that the viewer's organization made or that concern it, newest first. */
@Injectable()
export class ListPauses {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly cursors: Cursors,
    private readonly pauses: PausesStore,
  ) {}

  /** @throws Refusal `cursor/invalid` */
  async run({ open, limit = DEFAULT_LIMIT, cursor }: ListPausesQuery) {
    const binding = `${this.transaction.viewer.organizationId}|pauses|${open ?? ''}`;
    const [recordedAt, id] = cursor === undefined ? [] : this.cursors.open(cursor, binding).split(' ');
    const after = recordedAt && id ? { recordedAt: Number(recordedAt), id } : null;
    const found = await this.pauses.page(after, open === undefined ? null : open === 'true', limit + 1);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const more = found.length > limit && last;
    return { page, next: more ? this.cursors.seal(`${last.recordedAt} ${last.id}`, binding) : null };
  }
}

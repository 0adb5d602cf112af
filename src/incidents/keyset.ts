import { Injectable } from '@nestjs/common';
import { Cursors } from '../platform/cursor';
import { ViewerTransaction } from '../platform/viewer-transaction';
import type { PageQuery } from '../disclosure';

/** Rows of one page, and the cursor of the next, or null on the last. */
export interface Page<Row> {
  rows: Row[];
  next: string | null;
}

/** What a list needs to be paged: its rows after a position, and the position of a row. */
export interface PagedList<Row> {
  /** Who and what a cursor is for, filters included. */
  binding: string;
  load(after: readonly string[] | undefined, limit: number): Promise<Row[]>;
  /** Texts without spaces, in the order in which the list is sorted. */
  positionOf(row: Row): string[];
}

/** Pages lists by the position of their last row, so that a page costs the same wherever it lies. */
@Injectable()
export class Keyset {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal `cursor/invalid` */
  async page<Row>(list: PagedList<Row>, { cursor, limit }: PageQuery): Promise<Page<Row>> {
    const binding = `${this.transaction.viewer.organizationId}|${list.binding}`;
    const after = cursor === undefined ? undefined : this.cursors.open(cursor, binding).split(' ');
    // One more than asked for tells whether a next page exists.
    const found = await list.load(after, limit + 1);
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    return { rows, next: last ? this.cursors.seal(list.positionOf(last).join(' '), binding) : null };
  }
}

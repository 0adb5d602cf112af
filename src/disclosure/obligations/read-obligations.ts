import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Paging } from '../../platform/paging';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { type OwedPage, type OwedView, presentObligation, presentSummary } from './obligation.view';
import type { ListObligationsQuery } from './obligations.dto';
import { ObligationsStore, type StoredObligation } from './obligations.store';

/** The register, as the two sides of a relationship read it; nobody else does. */
@Injectable()
export class ReadObligations {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: ObligationsStore,
    private readonly paging: Paging,
  ) {}

  /** A page of what one side owes the other, what is due first, first. @throws Refusal `cursor/invalid` */
  async list(query: ListObligationsQuery): Promise<OwedPage> {
    await this.store.openEnds();
    const { side = '', agreement = '', kind = '', state = '', due_before = '' } = query;
    const { page, next } = await this.paging.page<StoredObligation>(query, {
      name: ['obligations', side, agreement, kind, state, due_before].join('|'),
      placeOf: ({ due_at, id }) => [due_at?.toISOString() ?? 'infinity', id],
      load: (after, limit) => this.store.page(query, after, limit),
    });
    return { items: page.map(presentSummary), next };
  }

  /** @throws Refusal 404 */
  async show(id: string): Promise<OwedView> {
    await this.store.openEnds();
    const found = await this.require(id);
    const ends = await this.store.endOf(found.agreement);
    const ended = ends !== null && ends <= this.transaction.at ? ends : null;
    return presentObligation(found, await this.store.facts(id), await this.store.size(id), ended);
  }

  /** An obligation of which the viewer's team is a side. @throws Refusal 404 */
  async require(id: string): Promise<StoredObligation> {
    const found = isUuid(id) ? await this.store.find(id) : undefined;
    if (!found) throw Refusal.notFound();
    return found;
  }
}

import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Paging } from '../../platform/paging';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import {
  type ConsentRequestPage,
  type ConsentRequestView,
  presentConsentRequest,
} from './consent-request.view';
import type { ListConsentRequestsQuery } from './consent-requests.dto';
import { ConsentRequestsStore, type StoredConsentRequest } from './consent-requests.store';
import { HeldItems } from './held-items';

/** Where a list that shows the newest first begins. */
const NEWEST = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

/** Requests for consent as the two sides read them; nobody else does, whom they are about included. */
@Injectable()
export class ReadConsentRequests {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: ConsentRequestsStore,
    private readonly paging: Paging,
    private readonly items: HeldItems,
  ) {}

  /** A page of requests, newest first. @throws Refusal `cursor/invalid`, 422 for a mistyped reference */
  async list({
    direction,
    state,
    item: typed,
    ...query
  }: ListConsentRequestsQuery): Promise<ConsentRequestPage> {
    const item = typed === undefined ? null : await this.items.idOf(typed, 'item');
    // Nothing is about what is not there.
    if (item === undefined) return { items: [], next: null };
    const { page, next } = await this.paging.page<StoredConsentRequest>(query, {
      name: `consent-requests|${direction ?? ''}|${state ?? ''}|${item ?? ''}`,
      placeOf: ({ asked_at, id }) => [asked_at.toISOString(), id],
      load: (before, limit) =>
        this.store.page(direction, state ?? null, item, before.length > 0 ? before : NEWEST, limit),
    });
    return { items: page.map((request) => presentConsentRequest(request, this.transaction.at)), next };
  }

  /** @throws Refusal 404 */
  async show(id: string): Promise<ConsentRequestView> {
    return presentConsentRequest(await this.require(id), this.transaction.at);
  }

  /** A request of which the viewer's team is a side. @throws Refusal 404 */
  async require(id: string): Promise<StoredConsentRequest> {
    const request = isUuid(id) ? await this.store.find(id) : undefined;
    if (!request) throw Refusal.notFound();
    return request;
  }
}

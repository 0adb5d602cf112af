import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Paging } from '../../platform/paging';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { type ContentEntry, hasContent } from '../feed-entry';
import { FeedStore } from '../feed.store';
import { Gate } from '../gate';
import {
  presentOwnAnswer,
  presentRequest,
  presentSummary,
  type RequestAnswerView,
  type RequestPage,
  type RequestView,
} from './request.view';
import type { ListRequestsQuery } from './requests.dto';
import { RequestsStore, type StoredRequest } from './requests.store';

/** Where a list that shows the newest first begins. */
const NEWEST = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

/** An answer that who asked may see, and since when it is there. */
interface Seen {
  answer: RequestAnswerView;
  since: Date | null;
}

/** Of what is seen and what has been disclosed, what came first. */
const earliest = (instants: readonly (Date | null)[]): Date | null =>
  instants.reduce((first, one) => (first === null || (one !== null && one < first) ? one : first), null);

/** Requests as the two sides read them; nobody else does. */
@Injectable()
export class ReadRequests {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: RequestsStore,
    private readonly paging: Paging,
    private readonly feed: FeedStore,
    private readonly gate: Gate,
  ) {}

  /** A page of requests, newest first. @throws Refusal `cursor/invalid` */
  async list({ direction, state, ...query }: ListRequestsQuery): Promise<RequestPage> {
    const { page, next } = await this.paging.page<StoredRequest>(query, {
      name: `information-requests|${direction ?? ''}|${state ?? ''}`,
      placeOf: ({ asked_at, id }) => [asked_at.toISOString(), id],
      load: (before, limit) =>
        this.store.page(direction, state ?? null, before.length > 0 ? before : NEWEST, limit),
    });
    return { items: page.map((request) => presentSummary(request, this.transaction.at)), next };
  }

  /** @throws Refusal 404 */
  async show(id: string): Promise<RequestView> {
    const request = await this.require(id);
    const { at } = this.transaction;
    const updates = await this.store.updates(id);
    if (!request.sent)
      return presentRequest(request, (await this.store.ownAnswers(id)).map(presentOwnAnswer), updates, at);
    const seen = await this.seen(id);
    return presentRequest(
      { ...request, responded_at: earliest([request.responded_at, ...seen.map(({ since }) => since)]) },
      seen.map(({ answer }) => answer),
      updates,
      at,
    );
  }

  /** A request of which the viewer's team is a side. @throws Refusal 404 */
  async require(id: string): Promise<StoredRequest> {
    const request = isUuid(id) ? await this.store.find(id) : undefined;
    if (!request) throw Refusal.notFound();
    return request;
  }

  /**
   * What who asked may see now of the answers, through the same gate as the feed. Nothing is said of the rest, nor
   * how much it is: it may not be released, or go under no agreement.
   */
  private async seen(id: string): Promise<Seen[]> {
    const team = this.transaction.viewer.organizationId;
    await this.feed.drain(team);
    const called = await this.store.answeredWith(id);
    const offered: (Seen & { entry: ContentEntry })[] = [];
    for (const { external_id, reference, kind, since } of called) {
      const entry = await this.feed.behind(team, external_id);
      if (entry && hasContent(entry) && offered.every((one) => one.entry.item_id !== entry.item_id))
        offered.push({ entry, since, answer: { id: external_id, reference, type: kind } });
    }
    const judged = await this.gate.judge(
      team,
      offered.map(({ entry }) => entry),
      () => 'content',
    );
    const released = new Set(judged.map(({ entry }) => entry.item_id));
    return offered.filter(({ entry }) => released.has(entry.item_id));
  }
}

import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { ReadRequests } from './read-requests';
import type { RequestView } from './request.view';
import { RequestsStore, type StoredRequest } from './requests.store';

/** Where every step of a request begins: whose it is, the locks, and that the request is still open. */
@Injectable()
export class RequestDesk {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly requests: ReadRequests,
    private readonly store: RequestsStore,
  ) {}

  /** An open request, for its addressee to answer. @throws Refusal 404, `request/not-addressee`, `request/over` */
  async toAnswer(id: string): Promise<StoredRequest> {
    return this.open(await this.addressed(id));
  }

  /** The same to refuse it. @throws Refusal 404, `request/not-addressee`, `request/over` */
  async toRefuse(id: string): Promise<StoredRequest> {
    const request = await this.addressed(id);
    await this.holdServing(id);
    return this.open(request);
  }

  /** An open request, for its requester to close. @throws Refusal 404, `request/not-requester`, `request/over` */
  async toClose(id: string): Promise<StoredRequest> {
    const request = await this.requests.require(id);
    if (!request.sent)
      throw Refusal.forbidden(
        'request/not-requester',
        'Only the team that made a request closes it. You may refuse it.',
      );
    await this.holdServing(id);
    return this.open(request);
  }

  /** The request as its side reads it, under the locks of its end: reading takes the feed's, which come after. @throws Refusal 404 */
  async showHeld(id: string): Promise<RequestView> {
    const { addressee_id } = await this.requests.require(id);
    await this.holdServing(id);
    await this.holdOriginator(addressee_id);
    return this.requests.show(id);
  }

  private async addressed(id: string): Promise<StoredRequest> {
    const request = await this.requests.require(id);
    if (!request.sent) return request;
    throw Refusal.forbidden('request/not-addressee', 'Only the team that a request went to does this.');
  }

  /** What ends takes these locks before it is recorded: whatever is served later is served without it. */
  private async holdServing(id: string): Promise<void> {
    for (const team of await this.store.readers(id)) await this.transaction.lock(`serve:${team}`);
  }

  /** A release, an answer and an end do not miss each other: all hold the originator. The wait renews the instant. */
  private holdOriginator(id: string): Promise<void> {
    return this.transaction.lock(`originator:${id}`);
  }

  private async open({ id, addressee_id }: StoredRequest): Promise<StoredRequest> {
    await this.holdOriginator(addressee_id);
    const request = await this.requests.require(id);
    if (request.state === 'open') return request;
    throw Refusal.conflict(
      'request/over',
      `The request is ${request.state}, so nothing more is done about it.`,
    );
  }
}

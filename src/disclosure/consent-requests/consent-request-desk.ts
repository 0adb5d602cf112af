import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { ConsentRequestsStore, type StoredConsentRequest } from './consent-requests.store';
import { ReadConsentRequests } from './read-consent-requests';

/** Where every step of a request begins: whose it is, the locks, and how it stands. */
@Injectable()
export class ConsentRequestDesk {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly requests: ReadConsentRequests,
    private readonly store: ConsentRequestsStore,
  ) {}

  /** An open request, for its originator. @throws Refusal 404, `consent-request/not-originator`, `consent-request/over` */
  async toAnswer(id: string): Promise<StoredConsentRequest> {
    return open(await this.held(id));
  }

  /** One that was granted and lasts. @throws Refusal 404, `consent-request/not-originator`, `consent-request/no-consent` */
  async toWithdraw(id: string): Promise<StoredConsentRequest> {
    const request = await this.held(id);
    if (request.state === 'granted') return request;
    throw Refusal.conflict(
      'consent-request/no-consent',
      `There is no consent to take back: the request is ${request.state}.`,
    );
  }

  /** An open request, for who asked. @throws Refusal 404, `consent-request/not-requester`, `consent-request/over` */
  async toClose(id: string): Promise<StoredConsentRequest> {
    const request = await this.requests.require(id);
    if (!request.sent)
      throw Refusal.forbidden(
        'consent-request/not-requester',
        'Only the team that asked closes a request. You may refuse it.',
      );
    await this.transaction.lock(`originator:${request.requester_id}`);
    return open(await this.requests.require(id));
  }

  private async held(id: string): Promise<StoredConsentRequest> {
    const request = await this.requests.require(id);
    if (request.sent)
      throw Refusal.forbidden(
        'consent-request/not-originator',
        'Only the originator of the item answers. Your team asked: it may close the request.',
      );
    await this.store.hold(id);
    return this.requests.require(id);
  }
}

function open(request: StoredConsentRequest): StoredConsentRequest {
  if (request.state === 'open') return request;
  throw Refusal.conflict(
    'consent-request/over',
    `The request is ${request.state}, so it is not answered any more. Who asks may ask anew.`,
  );
}

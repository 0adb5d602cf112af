import { Injectable } from '@nestjs/common';
import { ConsentRequestDesk } from './consent-request-desk';
import { ConsentRequestLog } from './consent-request-log';
import { ConsentRequestsStore } from './consent-requests.store';

/** Ends a request, or the consent that it was answered with. */
@Injectable()
export class EndConsentRequest {
  constructor(
    private readonly desk: ConsentRequestDesk,
    private readonly store: ConsentRequestsStore,
    private readonly log: ConsentRequestLog,
  ) {}

  /** By who asked. @throws Refusal 404, `consent-request/not-requester`, `consent-request/over` */
  async close(id: string): Promise<void> {
    const request = await this.desk.toClose(id);
    await this.store.end(id, 'closed');
    await this.log.append(request, { kind: 'consent-request/closed' });
  }

  /**
   * By the originator: nothing goes on by its consent from this instant. What has gone on stays known.
   * @throws Refusal 404, `consent-request/not-originator`, `consent-request/no-consent`
   */
  async withdraw(id: string, reason: string | undefined): Promise<void> {
    const request = await this.desk.toWithdraw(id);
    await this.store.withdraw(id, reason ?? null);
    await this.log.append(request, {
      kind: 'consent-request/withdrawn',
      ...(reason !== undefined && { content: { reason } }),
    });
  }
}

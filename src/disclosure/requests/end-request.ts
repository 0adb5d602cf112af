import { Injectable } from '@nestjs/common';
import { RequestDesk } from './request-desk';
import { RequestLog } from './request-log';
import type { RefuseRequestBody } from './requests.dto';
import { RequestsStore } from './requests.store';

/** Ends a request. What it was answered with goes no more from that instant on, unless something else lets it go. */
@Injectable()
export class EndRequest {
  constructor(
    private readonly desk: RequestDesk,
    private readonly store: RequestsStore,
    private readonly log: RequestLog,
  ) {}

  /** By whom it came from. @throws Refusal 404, `request/not-requester`, `request/over` */
  async close(id: string): Promise<void> {
    const request = await this.desk.toClose(id);
    await this.store.end(id, { outcome: 'closed', reasonCode: null, reason: null, told: false });
    await this.log.append(request, { kind: 'request-closed' });
  }

  /** By whom it went to; the reason may be withheld. @throws Refusal 404, `request/not-addressee`, `request/over` */
  async refuse(id: string, { reason_code, reason, tell_reason }: RefuseRequestBody): Promise<void> {
    const request = await this.desk.toRefuse(id);
    const [reasonCode, told] = [reason_code, tell_reason];
    await this.store.end(id, { outcome: 'refused', reasonCode, reason: reason ?? null, told });
    const why = { reason_code, reason };
    await this.log.append(request, {
      kind: 'request-refused',
      ...(told ? { shared: why } : { own: why }),
    });
  }
}

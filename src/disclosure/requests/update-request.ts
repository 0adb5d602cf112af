import { Injectable } from '@nestjs/common';
import { RequestDesk } from './request-desk';
import { RequestLog } from './request-log';
import { RequestsStore } from './requests.store';

/** Whoever is asked says how far it is: no answer, but no silence either. Both sides read it. */
@Injectable()
export class UpdateRequest {
  constructor(
    private readonly desk: RequestDesk,
    private readonly store: RequestsStore,
    private readonly log: RequestLog,
  ) {}

  /** @throws Refusal 404, `request/not-addressee`, `request/over` */
  async run(id: string, note: string): Promise<void> {
    const request = await this.desk.toAnswer(id);
    await this.store.update(id, note);
    await this.log.append(request, { kind: 'request-updated', content: { note } });
  }
}

import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { RequestsStore, type StoredRequest } from './requests.store';

/** What is written down of a step: for both sides, as content of both, and for the acting one alone. */
export interface RequestStep {
  kind: 'request-filed' | 'request-updated' | 'request-refused' | 'request-closed';
  shared?: object;
  content?: object;
  own?: object;
}

/** Appends the steps of a request to the log of the relationship under whose agreement it was made. */
@Injectable()
export class RequestLog {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: RequestsStore,
    private readonly record: SharingRecord,
  ) {}

  /**
   * To the log of the first agreement, by reference, that granted when the request was made: its end ends no log. The
   * acting person's name stays on the acting side.
   */
  async append(request: StoredRequest, { kind, shared, content, own }: RequestStep): Promise<void> {
    const { id, requester, addressee, requester_id, addressee_id, asked_at } = request;
    const [agreement] = await this.store.grantingAt(addressee_id, requester_id, asked_at);
    const log = agreement && (await this.record.relationshipLog(agreement.id, addressee_id, requester_id));
    if (!log) throw new Error('A request is made under an agreement whose log its sides can write.');
    const { viewer } = this.transaction;
    await this.record.append({
      log,
      kind,
      shared: { reference: agreement.reference, request: id, from: requester, to: addressee, ...shared },
      content,
      sides: { [viewer.organizationId]: { person: viewer.personName ?? null, ...own } },
    });
  }
}

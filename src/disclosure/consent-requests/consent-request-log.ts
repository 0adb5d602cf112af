import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { type EntryKind, SharingRecord } from '../../record';
import { RequestsStore } from '../requests/requests.store';
import type { StoredConsentRequest } from './consent-requests.store';

/** What is written down of a step: for both sides, as content of both, and for the acting one alone. */
export interface ConsentStep {
  kind: Extract<EntryKind, `consent-request/${string}`>;
  shared?: object;
  content?: object;
  own?: object;
}

/** Appends the steps of a request to the log of the relationship under whose agreement it was made. */
@Injectable()
export class ConsentRequestLog {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly agreements: RequestsStore,
    private readonly record: SharingRecord,
  ) {}

  /**
   * To the log of the first agreement, by reference, under which the originator gave when it was asked: its end ends no
   * log. The item stands in it by the reference that it has for who asked; the acting person on the acting side.
   */
  async append(request: StoredConsentRequest, { kind, shared, content, own }: ConsentStep): Promise<void> {
    const { id, requester_id: asker, originator_id: owner, asked_at } = request;
    const [agreement] = await this.agreements.grantingAt(owner, asker, asked_at);
    const log = agreement && (await this.record.relationshipLog(agreement.id, owner, asker));
    if (!log) throw new Error('A request is made under an agreement whose log its sides can write.');
    const { viewer } = this.transaction;
    await this.record.append({
      log,
      kind,
      shared: {
        reference: agreement.reference,
        request: id,
        from: request.requester,
        to: request.originator,
        item: request.asked_reference,
        ...shared,
      },
      ...(content && { content }),
      sides: { [viewer.organizationId]: { person: viewer.personName ?? null, ...own } },
    });
  }
}

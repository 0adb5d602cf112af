import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { checkedReference } from '../lists/items-by-reference';
import { RequestDesk } from './request-desk';
import { RequestLog } from './request-log';
import { RequestsStore } from './requests.store';

@Injectable()
export class AnswerRequest {
  constructor(
    private readonly desk: RequestDesk,
    private readonly store: RequestsStore,
    private readonly log: RequestLog,
  ) {}

  /**
   * Answers a request with an own item: it goes to who asked for as long as the request is open and the terms admit it,
   * at once or when it is released. The log of the relationship tells both sides that there was an answer, and the
   * addressee with what.
   * @throws Refusal 404, `request/not-addressee`, `request/over`, `request/answered-already`, `item/withdrawn`,
   * 422 for what is no own item
   */
  async run(requestId: string, typed: string): Promise<void> {
    const request = await this.desk.toAnswer(requestId);
    const item = await this.ownItem(typed);
    if (item.withdrawn)
      throw Refusal.conflict('item/withdrawn', 'The item is withdrawn, so it goes to nobody.');
    if (!(await this.store.answer(requestId, item.id)))
      throw Refusal.conflict('request/answered-already', 'The request was answered with this item before.');
    await this.log.append(request, { kind: 'request-answered', own: { item: item.id } });
  }

  private async ownItem(typed: string): Promise<{ id: string; withdrawn: boolean }> {
    const reference = checkedReference(typed, 'item');
    const id = reference === undefined ? typed.toLowerCase() : await this.store.referred(reference);
    const found = id !== undefined && isUuid(id) ? await this.store.ownItem(id) : undefined;
    if (found) return found;
    const message = 'must be an advisory or incident of your own, by its id or reference';
    throw Refusal.invalid({ field: 'item', rule: 'ownItem', message });
  }
}

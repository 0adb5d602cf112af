import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/ids';
import { Refusal } from '../../../platform/refusal';
import { ViewerTransaction } from '../../../platform/viewer-transaction';
import { SharingRecord } from '../../../record';
import type { AnswerNoticeBody } from './notices.dto';
import { NoticesStore } from './notices.store';
import { ReadNotices } from './read-notices';

/** The originator tells the recipient to what its notice led, and what is to be done; once. */
@Injectable()
export class AnswerNotice {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly notices: ReadNotices,
    private readonly store: NoticesStore,
    private readonly record: SharingRecord,
  ) {}

  /** @throws Refusal 404, `notice/not-addressee`, `notice/answered` */
  async run(id: string, { result, remedy }: AnswerNoticeBody): Promise<void> {
    await this.notices.require(id);
    await this.transaction.lock(`notice:${id.toLowerCase()}`);
    const notice = await this.notices.require(id);
    if (notice.sent)
      throw Refusal.forbidden('notice/not-addressee', 'Only the team that a notice went to answers it.');
    if (notice.answered_at !== null)
      throw Refusal.conflict('notice/answered', 'The notice is answered already.');
    const entry = newId();
    const { organizationId, personId } = this.transaction.viewer;
    await this.record.append({
      ...{ id: entry, log: notice.log_id, kind: 'notice/answered' as const },
      shared: { notice: id, agreement: notice.agreement, team: notice.from, owner: notice.to },
      content: { result, remedy },
      sides: { [organizationId]: { person: personId } },
    });
    await this.store.answer(id, result, remedy ?? null, entry);
  }
}

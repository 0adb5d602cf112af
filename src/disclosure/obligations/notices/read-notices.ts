import { Injectable } from '@nestjs/common';
import { isUuid } from '../../../platform/ids';
import { Paging } from '../../../platform/paging';
import { Refusal } from '../../../platform/refusal';
import type {
  ListNoticesQuery,
  NoticeAnswerView,
  NoticePage,
  NoticeSummary,
  NoticeView,
} from './notices.dto';
import { NoticesStore, type StoredNotice } from './notices.store';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

const presentSummary = (n: StoredNotice): NoticeSummary => ({
  ...{ id: n.id, kind: n.kind, direction: n.sent ? 'sent' : 'received', agreement: n.agreement },
  ...{ from: n.from, to: n.to, filed_at: n.filed_at.toISOString(), due_at: iso(n.due_at) },
  late: n.due_at !== null && n.filed_at >= n.due_at,
  answered: n.answered_at !== null,
});

function answerOf({
  result,
  remedy,
  answered_at: at,
  answered_by: by,
}: StoredNotice): NoticeAnswerView | null {
  if (result === null || at === null) return null;
  return { result, remedy, answered_at: at.toISOString(), ...(by === null ? {} : { answered_by: by }) };
}

/** Notices as the two sides of a relationship read them; nobody else does. */
@Injectable()
export class ReadNotices {
  constructor(
    private readonly store: NoticesStore,
    private readonly paging: Paging,
  ) {}

  /** A page of notices, the newest first. @throws Refusal `cursor/invalid` */
  async list({ direction, kind, ...query }: ListNoticesQuery): Promise<NoticePage> {
    const { page, next } = await this.paging.page<StoredNotice>(query, {
      name: `obligation-notices|${direction ?? ''}|${kind ?? ''}`,
      placeOf: ({ filed_at, id }) => [filed_at.toISOString(), id],
      load: (before, limit) => this.store.page(direction, kind, before, limit),
    });
    return { items: page.map(presentSummary), next };
  }

  /** @throws Refusal 404 */
  async show(id: string): Promise<NoticeView> {
    const found = await this.require(id);
    return {
      ...presentSummary(found),
      ...{ statement: found.statement, aware_at: iso(found.aware_at), authority: found.authority },
      ...{ covers_from: iso(found.covers_from), covers_until: iso(found.covers_until) },
      items: await this.store.items(id),
      met: found.met,
      ...(found.filed_by === null ? {} : { filed_by: found.filed_by }),
      answer: answerOf(found),
    };
  }

  /** A notice of which the viewer's team is a side. @throws Refusal 404 */
  async require(id: string): Promise<StoredNotice> {
    const found = isUuid(id) ? await this.store.find(id) : undefined;
    if (!found) throw Refusal.notFound();
    return found;
  }
}

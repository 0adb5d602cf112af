import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Paging } from '../../platform/paging';
import { Refusal } from '../../platform/refusal';
import { QuestionsStore } from '../questions/questions.store';
import { presentTelling, type TellingPage, type TellingView } from './telling.view';
import type { ListTellingsQuery } from './tellings.dto';
import { type StoredTelling, TellingsStore } from './tellings.store';

/** What the own organization told others, as its people read it. */
@Injectable()
export class ReadTellings {
  constructor(
    private readonly store: TellingsStore,
    private readonly questions: QuestionsStore,
    private readonly paging: Paging,
  ) {}

  /** @throws Refusal `cursor/invalid`, 404 for an item or team that is not there */
  async list({ item, team, ...query }: ListTellingsQuery): Promise<TellingPage> {
    const of = {
      item: item === undefined ? null : (await this.questions.item(item)).id,
      team: team === undefined ? null : (await this.questions.team(team)).id,
    };
    const { page, next } = await this.paging.page<StoredTelling>(query, {
      name: `tellings|${of.item ?? ''}|${of.team ?? ''}`,
      placeOf: ({ recordedAt, id }) => [recordedAt.toISOString(), id],
      load: (before, limit) => this.store.page(of, before, limit),
    });
    return { items: page.map(presentTelling), next };
  }

  async show(id: string): Promise<TellingView> {
    return presentTelling(await this.require(id));
  }

  /** @throws Refusal 404, the same for what is absent and another's */
  async require(id: string): Promise<StoredTelling> {
    const found = isUuid(id) ? await this.store.find(id) : undefined;
    if (!found) throw Refusal.notFound();
    return found;
  }
}

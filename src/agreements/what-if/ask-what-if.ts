import { Injectable, StreamableFile } from '@nestjs/common';
import { Asking, RULES_VERSION, type Through } from '../../disclosure';
import { Paging } from '../../platform/paging';
import { changesCsv } from './changes-csv';
import { SightChangesStore } from './sight-changes.store';
import { spooled } from './spooled';
import { Supposing } from './supposing';
import type { WhatIfCsvQuery, WhatIfItemsQuery, WhatIfQuery } from './what-if.dto';
import type { ChangedItem, WhatIfPage, WhatIfView } from './what-if.view';

const described = ({ step, agreement, terms, from, to }: WhatIfQuery, at: Date) => ({
  ...{ step, agreement: agreement ?? null, terms: terms ?? null, from: from ?? null, to: to ?? null },
  ...{ effective_at: at.toISOString(), rules_version: RULES_VERSION },
});

/**
 * Says to an owner which of its items each team would gain and lose by a step of an agreement, before it is taken.
 * What others' items would do is not its to know.
 */
@Injectable()
export class AskWhatIf {
  constructor(
    private readonly supposing: Supposing,
    private readonly changes: SightChangesStore,
    private readonly paging: Paging,
    private readonly asking: Asking,
  ) {}

  /** How many, for each team. @throws Refusal 404, 422, or what the step would be refused for */
  async counts(asked: WhatIfQuery, through: Through = 'rest'): Promise<WhatIfView> {
    const view = await this.supposing.run(asked, async ({ teams, at }) => ({
      ...described(asked, at),
      teams: await this.changes.counts(teams, at),
    }));
    await this.writeDown(asked, view.effective_at, 'counts', through);
    return view;
  }

  /** Which they are, a page at a time; every page is asked anew. @throws Refusal as for counts; `cursor/invalid` */
  async items(asked: WhatIfItemsQuery, through: Through = 'rest'): Promise<WhatIfPage> {
    const { step, agreement, terms, from, to, at: instant, team, change } = asked;
    const view = await this.supposing.run(asked, async ({ teams, at }) => {
      const { page, next } = await this.paging.page<ChangedItem>(asked, {
        name: `what-if|${JSON.stringify([step, agreement, terms, from, to, instant, team, change])}`,
        placeOf: (changed) => [changed.team, changed.item],
        load: (after, limit) => this.changes.page(teams, at, { team, change }, after, limit),
      });
      return { ...described(asked, at), items: page, next };
    });
    await this.writeDown(asked, view.effective_at, 'items', through);
    return view;
  }

  /** All of them as CSV. It is written aside, so that nothing stays supposed while a slow reader reads. */
  async csv(asked: WhatIfCsvQuery): Promise<StreamableFile> {
    const { team, change } = asked;
    const { bytes, effective } = await this.supposing.run(asked, async ({ teams, at }) => ({
      bytes: await spooled(changesCsv(this.changes.each(teams, at, { team, change }))),
      effective: at.toISOString(),
    }));
    await this.writeDown(asked, effective, 'csv', 'rest');
    const name = [asked.step, asked.agreement ?? asked.to, effective.slice(0, 10)].join('_');
    return new StreamableFile(bytes, {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="accord-what-if_${name}.csv"`,
    });
  }

  private writeDown(
    { step, agreement, terms, from, to }: WhatIfQuery,
    at: string,
    shown: 'counts' | 'items' | 'csv',
    through: Through,
  ): Promise<void> {
    return this.asking.writeDown(
      { question: 'what-if', step, agreement, terms, from, to, at, shown },
      through,
    );
  }
}

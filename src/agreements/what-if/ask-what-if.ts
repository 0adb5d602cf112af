import { Injectable, StreamableFile } from '@nestjs/common';
import { Asking, RULES_VERSION, type Through } from '../../disclosure';
import type { Onlooker } from '../../platform/onlooker';
import { Paging } from '../../platform/paging';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { millisOf } from '../instant';
import { iso } from '../pause-view';
import { changesCsv } from './changes-csv';
import type { Supposed } from './hypothesis';
import { checkStep } from './read-step';
import { SightChangesStore } from './sight-changes.store';
import { spooled } from './spooled';
import { Supposing } from './supposing';
import { typesIn, type WhatIfCsvQuery, type WhatIfItemsQuery, type WhatIfQuery } from './what-if.dto';
import type { ChangedItem, WhatIfPage, WhatIfView } from './what-if.view';

const described = (
  { step, agreement, terms, pause, from, to, information_types, until }: WhatIfQuery,
  at: Date,
) => ({
  ...{ step, agreement: agreement ?? null, terms: terms ?? null, pause: pause ?? null },
  ...{ from: from ?? null, to: to ?? null },
  information_types: information_types === undefined ? null : typesIn(information_types),
  ...{ effective_at: at.toISOString(), until: until === undefined ? null : iso(millisOf(until)) },
  ...{ rules_version: RULES_VERSION },
});

/**
 * Says to an owner which of its items each team would gain and lose by a step of an agreement, before it is taken.
 * What others' items would do is not its to know. It is looked for in a snapshot, so that nobody waits for a question;
 * that it was asked is written down afterwards, and only then is it answered.
 */
@Injectable()
export class AskWhatIf {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly supposing: Supposing,
    private readonly changes: SightChangesStore,
    private readonly paging: Paging,
    private readonly asking: Asking,
  ) {}

  /** How many, for each team. @throws Refusal 404, 422, what the step would be refused for, `question/too-long` */
  async counts(asked: WhatIfQuery, by: Onlooker, through: Through = 'rest'): Promise<WhatIfView> {
    const view = await this.look(asked, by, async (supposed) => ({
      ...described(asked, supposed.at),
      teams: await this.changes.counts(supposed),
    }));
    await this.writeDown(asked, by, { at: view.effective_at, shown: 'counts' }, through);
    return view;
  }

  /** Which they are, a page at a time; every page is asked anew. @throws Refusal as for counts; `cursor/invalid` */
  async items(asked: WhatIfItemsQuery, by: Onlooker, through: Through = 'rest'): Promise<WhatIfPage> {
    const {
      step,
      agreement,
      terms,
      pause,
      from,
      to,
      information_types,
      at: instant,
      until,
      team,
      change,
    } = asked;
    const view = await this.look(asked, by, async (supposed) => {
      const { page, next } = await this.paging.page<ChangedItem>(asked, {
        name: `what-if|${JSON.stringify([step, agreement, terms, pause, from, to, information_types, instant, until, team, change])}`,
        placeOf: (changed) => [changed.team, changed.item],
        load: (after, limit) => this.changes.page(supposed, { team, change }, after, limit),
      });
      return { ...described(asked, supposed.at), items: page, next };
    });
    await this.writeDown(asked, by, { at: view.effective_at, shown: 'items' }, through);
    return view;
  }

  /** All of them as CSV. It is written aside, so that the snapshot is not held while a slow reader reads. */
  async csv(asked: WhatIfCsvQuery, by: Onlooker): Promise<StreamableFile> {
    const { team, change } = asked;
    const { bytes, effective } = await this.look(asked, by, async (supposed) => ({
      bytes: await spooled(changesCsv(this.changes.each(supposed, { team, change }))),
      effective: supposed.at.toISOString(),
    }));
    try {
      await this.writeDown(asked, by, { at: effective, shown: 'csv' }, 'rest');
    } catch (error) {
      bytes.destroy();
      throw error;
    }
    const about = asked.agreement ?? asked.to ?? asked.pause;
    const name = [asked.step, about, effective.slice(0, 10)].join('_');
    return new StreamableFile(bytes, {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="accord-what-if_${name}.csv"`,
    });
  }

  private async look<T>(
    asked: WhatIfQuery,
    by: Onlooker,
    at: (supposed: Supposed) => Promise<T>,
  ): Promise<T> {
    checkStep(asked);
    return this.transaction.look(by, async () => at(await this.supposing.of(asked)));
  }

  private writeDown(
    { step, agreement, terms, pause, from, to, information_types, until }: WhatIfQuery,
    { viewer }: Onlooker,
    told: { at: string; shown: 'counts' | 'items' | 'csv' },
    through: Through,
  ): Promise<void> {
    const asked = { step, agreement, terms, pause, from, to, information_types, until };
    const entry = { question: 'what-if', ...asked, ...told } as const;
    return this.transaction.run(viewer, () => this.asking.writeDown(entry, through));
  }
}

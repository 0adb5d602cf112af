import { Injectable } from '@nestjs/common';
import { type PageQuery, Paging } from '../../platform/paging';
import { ItemsStore, sameParts } from '../../disclosure';
import { People } from '../people';
import { changedFields } from '../rules/changed-fields';
import type { CaseVersion } from './case-content';
import { Cases } from './cases';
import { CasesStore } from './cases.store';
import { type StoredEvent, TimelineStore } from './timeline.store';
import { presentEvent, type TimelinePage } from './timeline.view';

const BEGINNING = ['-infinity', '0', '00000000-0000-0000-0000-000000000000'];

/** What happened to a case, in order, as its owner's people see it. */
@Injectable()
export class ReadTimeline {
  constructor(
    private readonly cases: Cases,
    private readonly timeline: TimelineStore,
    private readonly store: CasesStore,
    private readonly items: ItemsStore,
    private readonly paging: Paging,
    private readonly people: People,
  ) {}

  /** A page of events of an own case, oldest first. @throws Refusal 404, `cursor/invalid` */
  async run(id: string, query: PageQuery): Promise<TimelinePage> {
    await this.cases.own(id);
    const { page: rows, next } = await this.paging.page<StoredEvent>(query, {
      name: `timeline|${id}`,
      placeOf: ({ at, rank, id: event }) => [at.toISOString(), String(rank), event],
      load: (after, limit) => this.timeline.page(id, after.length > 0 ? after : BEGINNING, limit),
    });
    const changed = await this.changes(id, rows);
    const named = await this.people.named(rows.map(({ person }) => person));
    return { items: rows.map((event) => presentEvent(event, named, changed)), next };
  }

  private async changes(id: string, events: readonly StoredEvent[]): Promise<Map<number, string[]>> {
    const numbers = events.flatMap(({ rank, version }) => (rank === 1 && version !== null ? [version] : []));
    const found = await this.store.versions(
      id,
      numbers.flatMap((number) => [number - 1, number]),
    );
    const versions = new Map(found.map((version) => [version.number, version]));
    const parts = await this.items.partsOf(
      found.filter((version) => version.parts > 0).map((version) => version.id),
    );
    const partsOf = (version: CaseVersion) => parts.get(version.id) ?? [];
    return new Map(
      numbers.map((number) => {
        const [before, after] = [versions.get(number - 1), versions.get(number)];
        if (!before || !after) return [number, []];
        const same = sameParts(partsOf(before), partsOf(after));
        return [number, [...changedFields(before, after), ...(same ? [] : ['parts'])]];
      }),
    );
  }
}

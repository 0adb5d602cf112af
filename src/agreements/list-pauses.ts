import { Injectable } from '@nestjs/common';
import { type Page, Paging } from '../platform/paging';
import type { StoredPause } from './dossier';
import type { ListPausesQuery } from './pauses.dto';
import { PausesStore } from './pauses.store';

/** Lists suspensions and stops that the viewer's organization made or that concern it, newest first. */
@Injectable()
export class ListPauses {
  constructor(
    private readonly paging: Paging,
    private readonly pauses: PausesStore,
  ) {}

  /** @throws Refusal `cursor/invalid` */
  run({ open, ...query }: ListPausesQuery): Promise<Page<StoredPause>> {
    const only = open === undefined ? null : open === 'true';
    return this.paging.page<StoredPause>(query, {
      name: `pauses|${open ?? ''}`,
      placeOf: ({ recordedAt, id }) => [String(recordedAt), id],
      load: ([recordedAt, id], limit) =>
        this.pauses.page(recordedAt && id ? { recordedAt: Number(recordedAt), id } : null, only, limit),
    });
  }
}

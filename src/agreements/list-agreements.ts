import { Injectable } from '@nestjs/common';
import { Cursors } from '../platform/cursor';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { DEFAULT_LIMIT, type ListAgreementsQuery } from './agreements.dto';
import { AgreementsStore } from './agreements.store';
import type { Dossier } from './dossier';
import { standing } from './rules/standing';

/** How many agreements are read at once while those of a state are looked for. */
const BATCH = 100;

/** Lists the viewer's agreements in the order of their references. */
@Injectable()
export class ListAgreements {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly cursors: Cursors,
    private readonly store: AgreementsStore,
  ) {}

  /** @throws Refusal `cursor/invalid` */
  async run({ kind, state, limit = DEFAULT_LIMIT, cursor }: ListAgreementsQuery) {
    const { viewer, at } = this.transaction;
    const binding = `${viewer.organizationId}|agreements|${kind ?? ''}|${state ?? ''}`;
    let after = cursor === undefined ? '' : this.cursors.open(cursor, binding);
    const page: Dossier[] = [];
    // State is derived, so it is weighed here; a page is filled before it is sent, however many are passed over.
    for (;;) {
      const batch = await this.store.page(after, kind ?? null, state ? BATCH : limit + 1 - page.length);
      const fitting = batch.filter(
        (agreement) => !state || standing(agreement, at.getTime()).statements.includes(state),
      );
      page.push(...fitting.slice(0, limit + 1 - page.length));
      const last = batch.at(-1);
      if (page.length > limit || !last || !state || batch.length < BATCH) break;
      after = last.reference;
    }
    const shown = page.slice(0, limit);
    const last = shown.at(-1);
    return {
      page: shown,
      next: page.length > limit && last ? this.cursors.seal(last.reference, binding) : null,
    };
  }
}

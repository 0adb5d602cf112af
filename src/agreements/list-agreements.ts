import { Injectable } from '@nestjs/common';
import { type Page, Paging } from '../platform/paging';
import { ViewerTransaction } from '../platform/viewer-transaction';
import type { ListAgreementsQuery } from './agreements.dto';
import { AgreementsStore } from './agreements.store';
import type { Dossier } from './dossier';
import { standing, type Statement } from './rules/standing';

/** How many agreements are read at once while those of a state are looked for. */
const BATCH = 100;

/** Lists the viewer's agreements in the order of their references. */
@Injectable()
export class ListAgreements {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly paging: Paging,
    private readonly store: AgreementsStore,
  ) {}

  /** @throws Refusal `cursor/invalid` */
  run({ kind, state, text, ...query }: ListAgreementsQuery): Promise<Page<Dossier>> {
    const narrowed = { kind: kind ?? null, text: text ?? null };
    return this.paging.page<Dossier>(query, {
      name: `agreements|${kind ?? ''}|${state ?? ''}|${text ?? ''}`,
      placeOf: ({ reference }) => [reference],
      load: ([after = ''], limit) =>
        state ? this.inState(state, after, narrowed, limit) : this.store.page(after, narrowed, limit),
    });
  }

  /** State is derived, so it is weighed here; a page is filled before it is sent, however many are passed over. */
  private async inState(
    state: Statement,
    after: string,
    narrowed: { kind: string | null; text: string | null },
    limit: number,
  ): Promise<Dossier[]> {
    const found: Dossier[] = [];
    for (let place: string | undefined = after; place !== undefined && found.length < limit;) {
      const batch: Dossier[] = await this.store.page(place, narrowed, BATCH);
      const at = this.transaction.at.getTime();
      found.push(...batch.filter((agreement) => standing(agreement, at).statements.includes(state)));
      place = batch.length < BATCH ? undefined : batch.at(-1)?.reference;
    }
    return found.slice(0, limit);
  }
}

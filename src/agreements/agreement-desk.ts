import { Injectable } from '@nestjs/common';
import { Refusal } from '../platform/refusal';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { Organizations } from '../organizations';
import { AgreementsStore } from './agreements.store';
import type { Dossier } from './dossier';
import { type Actor, holding } from './rules/agreement';

/** Where every change of an agreement begins: it is locked, so that rules weigh the latest facts, and read. */
@Injectable()
export class AgreementDesk {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly organizations: Organizations,
    private readonly store: AgreementsStore,
  ) {}

  /** The agreement, locked for a change. @throws Refusal 404, the same for absent ones and for those of others */
  async open(reference: string): Promise<Dossier> {
    const id = await this.store.idOf(reference);
    if (!id) throw Refusal.notFound();
    await this.transaction.lock(`agreement:${id}`);
    return this.read(reference);
  }

  /** The agreement as it stands. @throws Refusal 404 */
  async read(reference: string): Promise<Dossier> {
    const found = await this.store.find(reference);
    if (!found) throw Refusal.notFound();
    return found;
  }

  /**
   * The agreement after a fact of it was recorded. Who was to join and rejects the terms reads nothing from then on; it is
   * answered with what it read and what it recorded.
   * @param known as it was read before, with what was recorded since
   */
  async afterwards(known: Dossier): Promise<Dossier> {
    return (await this.store.find(known.reference)) ?? known;
  }

  /**
   * Waits until no answer to these teams, or to whom they pass on to, is on its way. What narrows sharing takes these locks before it is
   * recorded: whatever is served later is served under the new state. In one order, so that no two wait in a ring.
   */
  async holdServing(receivers: readonly string[]): Promise<void> {
    const sql = 'SELECT team FROM app.served_through($1) AS team';
    for (const { team } of await this.transaction.query<{ team: string }>(sql, [receivers]))
      await this.transaction.lock(`serve:${team}`);
  }

  /** The same for all that receive under an agreement, or would under terms of it. */
  holdServingOf(agreement: Dossier): Promise<void> {
    const all = [agreement, ...agreement.terms].flatMap((one) => holding(one, 'operating_cert'));
    return this.holdServing([...new Set(all.map(({ id }) => id))]);
  }

  /** The viewer as the rules know actors. */
  async actor(): Promise<Actor> {
    const organization = await this.organizations.byId(this.transaction.viewer.organizationId);
    return { person: this.transaction.person, organization };
  }

  /** The instant of this request, in milliseconds since 1970. */
  get at(): number {
    return this.transaction.at.getTime();
  }
}

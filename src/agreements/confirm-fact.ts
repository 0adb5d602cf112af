import { Injectable } from '@nestjs/common';
import { AgreementDesk } from './agreement-desk';
import { AgreementLog } from './agreement-log';
import { AgreementsStore } from './agreements.store';
import { signedByAll } from './consent';
import type { Dossier } from './dossier';
import { iso } from './pause-view';
import { factEntry, RecordFact } from './record-fact';
import { required } from './refuse';
import { under } from './rules/agreement';
import type { NewFact } from './rules/command';
import { entryOnConfirmation } from './rules/correcting';
import { judgeConfirmation } from './rules/judge';

/** Confirms, as a second person, what was recorded on behalf of someone. It counts from now. */
@Injectable()
export class ConfirmFact {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly store: AgreementsStore,
    private readonly log: AgreementLog,
    private readonly record: RecordFact,
  ) {}

  /** @throws Refusal 404, or of the rules */
  async run(reference: string, factId: string): Promise<Dossier> {
    const agreement = await this.desk.open(reference);
    const { at } = this.desk;
    const actor = await this.desk.actor();
    required(judgeConfirmation(agreement, factId, actor, at));
    // The rules have found it; a corrigendum may narrow besides, and takes effect with the last word.
    if (agreement.facts.some(({ id, kind }) => id === factId && kind === 'corrected'))
      await this.desk.holdServingOf(agreement);
    const fact = agreement.facts.find(({ id }) => id === factId)!;
    const { onBehalfOf, reason, evidence, signedBy } = fact;
    const details = {
      onBehalfOf: onBehalfOf ?? undefined,
      reason: reason ?? undefined,
      evidence: evidence ?? undefined,
      signedBy: signedBy ?? undefined,
    };
    const entries = await this.log.prepare(under(agreement, fact.terms), {
      kind: 'agreement-fact-confirmed',
      shared: { fact: fact.kind, ...factEntry(agreement, fact, details), confirmed_at: iso(at) },
    });
    await this.store.addConfirmation(factId);
    await this.log.write(entries);
    const facts = agreement.facts.map((one) => (one.id === factId ? { ...one, confirmedAt: at } : one));
    const follows = entryOnConfirmation(agreement, factId, actor, at);
    if (follows.facts.length > 0) return this.enter({ ...agreement, facts }, follows.facts);
    const confirmed = await this.desk.afterwards({ ...agreement, facts });
    const complete = fact.kind === 'signed' ? signedByAll(confirmed, fact.terms, at) : undefined;
    if (!complete) return confirmed;
    await this.store.afterSignature(complete);
    return this.desk.read(reference);
  }

  /** The second person's was the last word that a corrigendum waited for. */
  private async enter(agreement: Dossier, facts: readonly NewFact[]): Promise<Dossier> {
    const entered = await this.record.keep(agreement, facts, {});
    for (const { terms } of facts) {
      const id = entered.terms.find(({ number }) => number === terms)?.id;
      if (id) await this.store.afterEntryIntoForce(id);
    }
    return this.desk.read(agreement.reference);
  }
}

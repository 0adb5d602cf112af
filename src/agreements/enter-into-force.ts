import { Injectable } from '@nestjs/common';
import { AgreementDesk } from './agreement-desk';
import type { EntryIntoForceBody } from './facts.dto';
import { AgreementsStore } from './agreements.store';
import type { Dossier } from './dossier';
import { millisOf } from './instant';
import { HoldToParent } from './hold-to-parent';
import { RecordFact } from './record-fact';

/** Records that terms enter into force, now or later; from then on they authorise, and the former ones no more. */
@Injectable()
export class EnterIntoForce {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly record: RecordFact,
    private readonly store: AgreementsStore,
    private readonly held: HoldToParent,
  ) {}

  /** @throws Refusal 404, or of the rules */
  async run(reference: string, terms: number, body: EntryIntoForceBody): Promise<Dossier> {
    const agreement = await this.desk.open(reference);
    await this.held.requireStill(agreement, terms);
    await this.desk.holdServingOf(agreement); // new terms may be narrower than those they follow
    const effectiveAt = body.effective_at === undefined ? this.desk.at : millisOf(body.effective_at);
    const details = { reason: body.reason, evidence: body.evidence_sha256 };
    const entered = await this.record.run(agreement, { do: 'enter_into_force', terms, effectiveAt }, details);
    const id = agreement.terms.find(({ number }) => number === terms)?.id;
    if (!id) return entered;
    await this.store.afterEntryIntoForce(id);
    return this.desk.read(reference);
  }
}

import { Injectable } from '@nestjs/common';
import { AgreementDesk } from './agreement-desk';
import type { EndBody } from './facts.dto';
import { AgreementsStore } from './agreements.store';
import type { Dossier } from './dossier';
import { millisOf } from './instant';
import { RecordFact } from './record-fact';

/** Ends an agreement without notice, now or later; nothing is disclosed under it from then on. */
@Injectable()
export class EndAgreement {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly record: RecordFact,
    private readonly store: AgreementsStore,
  ) {}

  /** @throws Refusal 404, or of the rules */
  async run(reference: string, body: EndBody): Promise<Dossier> {
    const agreement = await this.desk.open(reference);
    await this.desk.holdServingOf(agreement);
    const effectiveAt = body.effective_at === undefined ? this.desk.at : millisOf(body.effective_at);
    const details = { reason: body.reason, evidence: body.evidence_sha256 };
    const ended = await this.record.run(agreement, { do: 'end', effectiveAt }, details);
    await this.store.afterEnd(agreement.id, new Date(effectiveAt));
    return ended;
  }
}

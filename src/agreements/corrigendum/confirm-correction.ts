import { Injectable } from '@nestjs/common';
import { AgreementDesk } from '../agreement-desk';
import { AgreementsStore } from '../agreements.store';
import type { Dossier } from '../dossier';
import type { FactBody } from '../facts.dto';
import { RecordFact } from '../record-fact';
import { standing } from '../rules/standing';

/** Confirms a corrigendum of the other side. The last word that it needs brings it into force, now. */
@Injectable()
export class ConfirmCorrection {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly store: AgreementsStore,
    private readonly record: RecordFact,
  ) {}

  /** @throws Refusal 404, or of the rules */
  async run(reference: string, number: number, body: FactBody): Promise<Dossier> {
    const agreement = await this.desk.open(reference);
    await this.desk.holdServingOf(agreement);
    const details = { reason: body.reason, evidence: body.evidence_sha256 };
    const confirmed = await this.record.run(agreement, { do: 'confirm_correction', terms: number }, details);
    if (standing(confirmed, this.desk.at).inForce?.number !== number) return confirmed;
    const { id } = confirmed.terms.find((one) => one.number === number)!;
    await this.store.afterEntryIntoForce(id);
    return this.desk.read(reference);
  }
}

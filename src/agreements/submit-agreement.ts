import { Injectable } from '@nestjs/common';
import { AgreementDesk } from './agreement-desk';
import type { FactBody } from './facts.dto';
import type { Dossier } from './dossier';
import { RecordFact } from './record-fact';

/** Submits a terms version: its text is settled and goes to those who approve and sign. */
@Injectable()
export class SubmitAgreement {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly record: RecordFact,
  ) {}

  /** @throws Refusal 404, or of the rules */
  async run(reference: string, terms: number, body: FactBody): Promise<Dossier> {
    const agreement = await this.desk.open(reference);
    const details = { reason: body.reason, evidence: body.evidence_sha256 };
    return this.record.run(agreement, { do: 'submit', terms }, details);
  }
}

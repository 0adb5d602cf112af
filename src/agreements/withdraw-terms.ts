import { Injectable } from '@nestjs/common';
import { AgreementDesk } from './agreement-desk';
import type { Dossier } from './dossier';
import type { FactBody } from './facts.dto';
import { RecordFact } from './record-fact';

/** Withdraws terms that were proposed, submitted or not: they come to nothing, and what is in force stays as it is. */
@Injectable()
export class WithdrawTerms {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly record: RecordFact,
  ) {}

  /** @throws Refusal 404, or of the rules */
  async run(reference: string, terms: number, body: FactBody): Promise<Dossier> {
    const agreement = await this.desk.open(reference);
    const details = { reason: body.reason, evidence: body.evidence_sha256 };
    return this.record.run(agreement, { do: 'withdraw', terms }, details);
  }
}

import { Injectable } from '@nestjs/common';
import { AgreementDesk } from './agreement-desk';
import { readConsent } from './consent';
import type { Dossier } from './dossier';
import type { RejectionBody } from './facts.dto';
import { RecordFact } from './record-fact';

/** Records that a party rejects submitted terms: they come to nothing, and what is in force stays as it is. */
@Injectable()
export class RejectTerms {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly record: RecordFact,
  ) {}

  /** @throws Refusal 404, or of the rules */
  async run(reference: string, terms: number, body: RejectionBody): Promise<Dossier> {
    const agreement = await this.desk.open(reference);
    const { consent, details } = readConsent(agreement, terms, body, await this.desk.actor(), this.desk.at);
    return this.record.run(agreement, { do: 'reject', terms, ...consent }, details);
  }
}

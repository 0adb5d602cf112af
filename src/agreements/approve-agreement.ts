import { Injectable } from '@nestjs/common';
import { AgreementDesk } from './agreement-desk';
import type { ConsentBody } from './facts.dto';
import { readConsent } from './consent';
import type { Dossier } from './dossier';
import { RecordFact } from './record-fact';

/** Records the approval of a terms version by an approving authority. */
@Injectable()
export class ApproveAgreement {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly record: RecordFact,
  ) {}

  /** @throws Refusal 404, or of the rules */
  async run(reference: string, terms: number, body: ConsentBody): Promise<Dossier> {
    const agreement = await this.desk.open(reference);
    const { consent, details } = readConsent(agreement, terms, body, await this.desk.actor(), this.desk.at);
    return this.record.run(agreement, { do: 'approve', terms, ...consent }, details);
  }
}

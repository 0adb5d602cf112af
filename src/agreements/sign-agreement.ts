import { Injectable } from '@nestjs/common';
import { AgreementDesk } from './agreement-desk';
import type { ConsentBody } from './facts.dto';
import { AgreementsStore } from './agreements.store';
import { readConsent, signedByAll } from './consent';
import type { Dossier } from './dossier';
import { HoldToParent } from './hold-to-parent';
import { RecordFact } from './record-fact';

/** Records the signature of a terms version. With the last one, matching what the terms admit begins. */
@Injectable()
export class SignAgreement {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly record: RecordFact,
    private readonly store: AgreementsStore,
    private readonly held: HoldToParent,
  ) {}

  /** @throws Refusal 404, or of the rules */
  async run(reference: string, terms: number, body: ConsentBody): Promise<Dossier> {
    const agreement = await this.desk.open(reference);
    await this.held.requireStill(agreement, terms);
    const { consent, details } = readConsent(agreement, terms, body, await this.desk.actor(), this.desk.at);
    const signed = await this.record.run(agreement, { do: 'sign', terms, ...consent }, details);
    const complete = signedByAll(signed, terms, this.desk.at);
    if (!complete) return signed;
    await this.store.afterSignature(complete);
    return this.desk.read(reference);
  }
}

import { Injectable } from '@nestjs/common';
import { AgreementDesk } from './agreement-desk';
import { readConsent } from './consent';
import type { Dossier } from './dossier';
import type { ConsentBody } from './facts.dto';
import { RecordFact } from './record-fact';

/** Records that a party has given notice that on its side terms may enter into force. */
@Injectable()
export class NotifyParties {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly record: RecordFact,
  ) {}

  /** @throws Refusal 404, or of the rules */
  async run(reference: string, terms: number, body: ConsentBody): Promise<Dossier> {
    const agreement = await this.desk.open(reference);
    const { consent, details } = readConsent(agreement, terms, body, await this.desk.actor(), this.desk.at);
    return this.record.run(agreement, { do: 'notify', terms, ...consent }, details);
  }
}

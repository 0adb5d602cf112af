import { Injectable } from '@nestjs/common';
import { AgreementDesk } from './agreement-desk';
import type { NoticeBody } from './facts.dto';
import { AgreementsStore } from './agreements.store';
import type { Dossier } from './dossier';
import { millisOf } from './instant';
import { RecordFact } from './record-fact';

/** Gives notice: the agreement stays in force until the instant the notice names, and ends then. */
@Injectable()
export class GiveNotice {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly record: RecordFact,
    private readonly store: AgreementsStore,
  ) {}

  /** @throws Refusal 404, or of the rules */
  async run(reference: string, body: NoticeBody): Promise<Dossier> {
    const agreement = await this.desk.open(reference);
    const effectiveAt = millisOf(body.effective_at);
    const details = { reason: body.reason, evidence: body.evidence_sha256 };
    const noticed = await this.record.run(agreement, { do: 'give_notice', effectiveAt }, details);
    await this.store.afterEnd(agreement.id, new Date(effectiveAt));
    return noticed;
  }
}

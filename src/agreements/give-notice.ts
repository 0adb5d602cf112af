import { Injectable } from '@nestjs/common';
import { AgreementDesk } from './agreement-desk';
import type { NoticeBody } from './facts.dto';
import { AgreementsStore } from './agreements.store';
import type { Dossier } from './dossier';
import { millisOf } from './instant';
import { RecordFact } from './record-fact';

/** The end that was recorded with the notice: named by it, or computed from the period of the terms. */
function endOf({ facts }: Dossier): Date {
  return new Date(facts.find(({ kind }) => kind === 'ended')!.effectiveAt);
}

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
    const details = { reason: body.reason, evidence: body.evidence_sha256 };
    const command = {
      do: 'give_notice',
      givenAt: body.given_at === undefined ? this.desk.at : millisOf(body.given_at),
      effectiveAt: body.effective_at === undefined ? null : millisOf(body.effective_at),
      hasEvidence: body.evidence_sha256 !== undefined,
    } as const;
    const noticed = await this.record.run(agreement, command, details);
    await this.store.afterEnd(agreement.id, endOf(noticed));
    return noticed;
  }
}

import { Injectable } from '@nestjs/common';
import { AgreementDesk } from './agreement-desk';
import { AgreementLog } from './agreement-log';
import type { Dossier } from './dossier';
import { millisOf } from './instant';
import { iso, isoOrNull } from './pause-view';
import type { SuspensionBody } from './pauses.dto';
import { PausesStore } from './pauses.store';
import { idsOfDirection } from './propose-terms';
import { required } from './refuse';
import { judgeSuspension, receivers } from './rules/pausing';

/**
 * Suspends the exchange under an agreement: wholly, in one direction, or of some information types. Nothing of it is
 * served from then on.
 */
@Injectable()
export class SuspendAgreement {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly pauses: PausesStore,
    private readonly log: AgreementLog,
  ) {}

  /** @throws Refusal 404, or of the rules */
  async run(reference: string, body: SuspensionBody): Promise<Dossier> {
    const agreement = await this.desk.open(reference);
    const direction = body.direction ? idsOfDirection(body.direction, agreement.parties, 'direction') : null;
    await this.desk.holdServing(receivers(agreement, direction));
    const { at } = this.desk;
    const optional = (text: string | undefined) => (text === undefined ? null : millisOf(text));
    const startsAt = optional(body.starts_at) ?? at;
    const [endsAt, reviewAt] = [optional(body.ends_at), optional(body.review_at)];
    const informationTypes = body.information_types?.toSorted() ?? null;
    const asked = { direction, informationTypes, startsAt, endsAt, reviewAt };
    required(judgeSuspension(agreement, asked, await this.desk.actor(), at));
    const dateOf = (instant: number | null) => (instant === null ? null : new Date(instant));
    await this.pauses.add({
      kind: 'suspension',
      agreementId: agreement.id,
      fromId: direction?.from ?? null,
      toId: direction?.to ?? null,
      informationTypes,
      startsAt: new Date(startsAt),
      endsAt: dateOf(endsAt),
      reviewAt: dateOf(reviewAt),
      grounds: body.reason,
      evidenceSha256: body.evidence_sha256 ? Buffer.from(body.evidence_sha256, 'hex') : null,
    });
    await this.log.append(agreement, {
      kind: 'sharing-suspended',
      shared: {
        from: body.direction?.from ?? null,
        to: body.direction?.to ?? null,
        ...(informationTypes && { information_types: informationTypes }),
        effective_at: iso(startsAt),
        ends_at: isoOrNull(endsAt),
        review_at: isoOrNull(reviewAt),
        recorded_at: iso(at),
        reason: body.reason,
        evidence_sha256: body.evidence_sha256 ?? null,
      },
    });
    return this.desk.read(reference);
  }
}

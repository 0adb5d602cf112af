import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { AgreementsStore } from '../agreements.store';
import type { Dossier } from '../dossier';
import { ExchangePauseRow } from '../pause.entity';
import type { Direction } from '../rules/agreement';
import { lackingConsents, type SupposedStep } from '../rules/supposing';

/** Not the text of any pause that stays: it is taken back before anybody reads it. */
const GROUNDS = 'Supposed.';

/**
 * Records the facts of a step for as long as the question is looked at; the caller takes all of it back. Nothing is
 * written in logs, and what follows for feeds is left out: who sees what depends on the facts alone.
 */
@Injectable()
export class SupposeStep {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: AgreementsStore,
  ) {}

  async ofAgreement(agreement: Dossier, supposed: SupposedStep): Promise<void> {
    if (supposed.step === 'suspend')
      return this.pause('suspension', agreement.id, supposed.direction, supposed.at);
    const party = this.transaction.viewer.organizationId;
    const common = { party, effectiveAt: supposed.at, secondPerson: false };
    if (supposed.step === 'enter') {
      await this.consents(agreement, supposed.terms);
      const entered = { ...common, kind: 'entered_into_force', terms: supposed.terms } as const;
      await this.store.addFact(agreement, entered, {});
    } else await this.store.addFact(agreement, { ...common, kind: 'ended', terms: null }, {});
  }

  /** The viewer's organization sends the team nothing more. */
  stop(direction: Direction): Promise<void> {
    return this.pause('stop', null, direction, this.transaction.at.getTime());
  }

  /** Each party itself consents. Signatures meet releases before the terms enter, as they do when it happens. */
  private async consents(agreement: Dossier, number: number): Promise<void> {
    const now = this.transaction.at.getTime();
    const lacking = lackingConsents(agreement, number, now);
    for (const { kind, party } of lacking) {
      await this.speakFor(party);
      const fact = { kind, terms: number, party, effectiveAt: now, secondPerson: false };
      await this.store.addFact(agreement, fact, {}, party);
    }
    await this.speakFor(this.transaction.viewer.organizationId);
    const terms = agreement.terms.find((one) => one.number === number);
    if (terms && lacking.some(({ kind }) => kind === 'signed')) await this.store.afterSignature(terms.id);
  }

  /** Row-level security lets an organization record facts of its own only. With the rest, this is taken back. */
  private async speakFor(party: string): Promise<void> {
    await this.transaction.query("SELECT set_config('app.viewer_org', $1, true)", [party]);
  }

  private async pause(
    kind: 'suspension' | 'stop',
    agreementId: string | null,
    direction: Direction | null,
    startsAt: number,
  ): Promise<void> {
    const { at, person, viewer, manager } = this.transaction;
    const row: ExchangePauseRow = {
      ...{ id: randomUUID(), kind, agreementId, grounds: GROUNDS, evidenceSha256: null },
      ...{ fromId: direction?.from ?? null, toId: direction?.to ?? null },
      ...{ startsAt: new Date(startsAt), endsAt: null, reviewAt: null },
      ...{ recordedAt: at, recordedBy: person, recordedByOrg: viewer.organizationId },
    };
    await manager.insert(ExchangePauseRow, row);
  }
}

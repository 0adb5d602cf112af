import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { type EntryKind, SharingRecord } from '../../record';
import { AgreementLog } from '../agreement-log';
import type { StoredRound } from './contact-rounds.store';

/** Enters what was asked: between two in the log of their relationship, of oneself in the house log. Contacts are no part of it. */
@Injectable()
export class RoundLog {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly record: SharingRecord,
    private readonly log: AgreementLog,
  ) {}

  async append(kind: EntryKind, round: StoredRound, facts: object): Promise<void> {
    const { id, agreement_id: agreement, agreement: reference, organization_id, asked_by_org } = round;
    const shared = { round: id, organization: round.organization, asked_by: round.asked_by, ...facts };
    if (agreement === null || reference === null)
      return this.record.appendToOwnHouse(kind, { by: this.transaction.person, ...shared });
    await this.log.appendTo([{ id: agreement, reference }], [[asked_by_org, organization_id]], {
      kind,
      shared,
    });
  }
}

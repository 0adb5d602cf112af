import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';

const TRIES = 20;
const PAUSE_MS = 50;

/**
 * Nobody's step and no own release may fall between the look before a supposed step and the look after it: it would
 * be told as a consequence. The locks are those that steps take, in the same order.
 */
@Injectable()
export class HoldStill {
  constructor(private readonly transaction: ViewerTransaction) {}

  /**
   * Until the transaction ends. @param agreementId of which a step is supposed
   * @throws Refusal `agreement/recorded-already` while a step of it is being recorded
   */
  async hold(agreementId: string | null): Promise<void> {
    if (agreementId !== null) await this.holdAgreement(agreementId);
    await this.transaction.lock('intervals');
    for (const originator of await this.originators(agreementId))
      await this.transaction.lock(`originator:${originator}`);
  }

  /**
   * Never waited for: a step that narrows sharing holds it while it waits for this reading request to end. Shared,
   * since questions do not disturb each other.
   */
  private async holdAgreement(id: string): Promise<void> {
    const sql = 'SELECT pg_try_advisory_xact_lock_shared(app.lock_key($1)) AS held';
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { held } = (await this.transaction.one<{ held: boolean }>(sql, [`agreement:${id}`])) ?? {};
      if (held) return;
      await sleep(PAUSE_MS);
    }
    throw Refusal.conflict(
      'agreement/recorded-already',
      'A step of this agreement is being recorded. Ask again.',
    );
  }

  /** The viewer's organization, and all whose releases signed terms of the agreement would meet. */
  private async originators(agreementId: string | null): Promise<string[]> {
    const { organizationId } = this.transaction.viewer;
    const found = await this.transaction.query<{ id: string }>(
      'SELECT from_id AS id FROM exchange_grant WHERE agreement_id = $1',
      [agreementId],
    );
    return [...new Set([organizationId, ...found.map(({ id }) => id)])].sort();
  }
}

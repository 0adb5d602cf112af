import { Injectable } from '@nestjs/common';
import { millisOf } from '../../platform/instant';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { ObligationLog, type Statement } from './obligation-log';
import type { PauseBody } from './obligations.dto';
import { ReadObligations } from './read-obligations';
import type { StoredObligation } from './obligations.store';
import { type Act, refusalOf } from './rules/acts';

/** States of an obligation that it is met, waived, held, disputed, or goes on. */
@Injectable()
export class StateOfObligation {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly obligations: ReadObligations,
    private readonly log: ObligationLog,
  ) {}

  /** By the team that owes it; a system says of nothing but receipt. @throws Refusal 404, `obligation/…`, `access/not-for-you` */
  async fulfil(id: string, statement?: string): Promise<void> {
    const { kind } = await this.take(id, 'fulfil');
    if (this.transaction.viewer.apiKeyId && kind !== 'acknowledge')
      throw Refusal.forbidden(
        'access/not-for-you',
        'A key acknowledges what has arrived. That it is destroyed or returned, a person says.',
      );
    await this.log.met([id], 'statement', { statement });
  }

  /** By the team that it is owed to. @throws Refusal 404, `obligation/…` */
  async waive(id: string, reason: string): Promise<void> {
    await this.take(id, 'waive');
    await this.log.state(id, { kind: 'waived', reason });
  }

  /** Its time stands still, at the longest until an instant. @throws Refusal 404, `obligation/…`, 422 for an instant that is past */
  async pause(id: string, act: 'hold' | 'dispute', { reason, until }: PauseBody): Promise<void> {
    await this.take(id, act);
    const statement: Statement = { kind: act === 'hold' ? 'held' : 'disputed', reason };
    await this.log.state(id, until === undefined ? statement : { ...statement, until: this.future(until) });
  }

  /** By who holds or disputes it. @throws Refusal 404, `obligation/…` */
  async resume(id: string, reason: string): Promise<void> {
    const { pause } = await this.take(id, 'resume');
    await this.log.state(id, { kind: 'resumed', reason, ends: pause! });
  }

  /** The obligation, once nobody else states anything of it. The wait renews the instant. */
  private async take(id: string, act: Act): Promise<StoredObligation> {
    await this.obligations.require(id);
    await this.transaction.lock(`obligation:${id.toLowerCase()}`);
    const found = await this.obligations.require(id);
    const refusal = refusalOf(act, found);
    if (refusal === null) return found;
    const { code, detail } = refusal;
    throw NOT_THEIRS.includes(code) ? Refusal.forbidden(code, detail) : Refusal.conflict(code, detail);
  }

  private future(text: string): Date {
    const until = new Date(millisOf(text));
    if (until > this.transaction.at) return until;
    throw Refusal.invalid({ field: 'until', rule: 'future', message: 'must be in the future' });
  }
}

const NOT_THEIRS = ['obligation/not-debtor', 'obligation/not-creditor', 'obligation/no-hold'];

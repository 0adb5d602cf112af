import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids';
import { millisOf } from '../../platform/instant';
import { Refusal } from '../../platform/refusal';
import { PUBLIC_TEAM } from '../../platform/viewer';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { ItemsStore } from '../items/items.store';
import { DerivedItems } from '../consent-requests/derived-items';
import { ConsentDesk, type Kept, unlessRefused } from './consent-desk';
import { type ConsentScope, ConsentsStore, type StoredConsent } from './consents.store';
import { askedRefusal, ownContentRefusal } from './rules/judge-consent';

/** What is recorded, of whichever giver. */
export interface Recorded {
  givenBy: string;
  /** What parts call the victim; null for a source. */
  victim: string | null;
  to: string;
  valid_from?: string | undefined;
  valid_until: string;
  evidence_sha256: string;
}

const fault = (field: string, rule: string, message: string) =>
  Refusal.invalid({ field, rule, message: `${field} ${message}` });

/** Records what a source or a victim allows. It counts for nothing until it is confirmed. */
@Injectable()
export class RecordConsent {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly desk: ConsentDesk,
    private readonly items: ItemsStore,
    private readonly store: ConsentsStore,
    private readonly derived: DerivedItems,
  ) {}

  /** @throws Refusal `not-found`, `consent/not-third-party`, `consent/ask-source`, `item/withdrawn`, 422 naming the field */
  async run(asked: string, kept: Kept, recorded: Recorded): Promise<StoredConsent> {
    const item = await this.desk.item(asked, kept);
    await this.desk.hold();
    await this.requireUse(item, recorded.victim);
    if (await this.items.withdrawal(item))
      throw Refusal.conflict('item/withdrawn', 'The item is withdrawn: nothing of it is shared any more.');
    const { scope, teamId } = await this.whom(recorded.to, kept);
    const { givenBy, victim, evidence_sha256: evidence } = recorded;
    const id = newId();
    const { giver } = kept;
    await this.store.add({
      id,
      item,
      giver,
      givenBy,
      victim,
      scope,
      teamId,
      evidence,
      ...this.interval(recorded),
    });
    const consent = await this.desk.consent(item, kept, id);
    await this.desk.writeDown('recorded', consent);
    return consent;
  }

  /** A consent that lets nothing go, by a mistyped name perhaps, is not put on record. */
  private async requireUse(item: string, victim: string | null): Promise<void> {
    if (victim === null) {
      if (!(await this.store.isThirdParty(item))) unlessRefused(ownContentRefusal());
      const source = await this.derived.of(item);
      if (source) unlessRefused(askedRefusal(source.originator));
    } else if (!(await this.store.tellsOf(item, victim)))
      throw fault('victim', 'part', 'must be what a part of the item calls a victim');
  }

  private interval({ valid_from, valid_until }: Recorded): { validFrom: Date; validUntil: Date } {
    const now = this.transaction.at.getTime();
    const [from, until] = [valid_from === undefined ? now : millisOf(valid_from), millisOf(valid_until)];
    if (until <= now) throw fault('valid_until', 'future', 'must lie in the future');
    if (until <= from) throw fault('valid_until', 'order', 'must be after valid_from');
    return { validFrom: new Date(from), validUntil: new Date(until) };
  }

  private async whom(to: string, { giver }: Kept): Promise<{ scope: ConsentScope; teamId: string | null }> {
    if (to === 'partners' || to === 'public') return { scope: to, teamId: null };
    const team = await this.store.team(to);
    const named =
      giver === 'source'
        ? '`partners`, `public` or the handle of a team'
        : '`partners` or the handle of a team';
    if (!team || team.id === PUBLIC_TEAM) throw fault('to', 'organization', `must be ${named}`);
    if (team.id === this.transaction.viewer.organizationId)
      throw fault('to', 'other-team', 'must be another team than your own');
    return { scope: 'team', teamId: team.id };
  }
}

import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids';
import { millisOf } from '../../platform/instant';
import { Refusal } from '../../platform/refusal';
import { PUBLIC_TEAM } from '../../platform/viewer';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { ItemsStore } from '../items/items.store';
import { DerivedItems } from '../consent-requests/derived-items';
import { ConsentDesk, unlessRefused } from './consent-desk';
import { presentConsent } from './consent.view';
import type { ConsentView, RecordConsentBody } from './consents.dto';
import { type ConsentScope, ConsentsStore } from './consents.store';
import { askedRefusal, ownContentRefusal } from './rules/judge-consent';

const fault = (field: string, rule: string, message: string) =>
  Refusal.invalid({ field, rule, message: `${field} ${message}` });

/** Records what the source of another publisher's content allows. It counts for nothing until it is confirmed. */
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
  async run(asked: string, body: RecordConsentBody): Promise<ConsentView> {
    const item = await this.desk.item(asked);
    await this.desk.hold();
    if (!(await this.store.isThirdParty(item))) unlessRefused(ownContentRefusal());
    const source = await this.derived.of(item);
    if (source) unlessRefused(askedRefusal(source.originator));
    if (await this.items.withdrawal(item))
      throw Refusal.conflict('item/withdrawn', 'The item is withdrawn: nothing of it is shared any more.');
    const { scope, teamId } = await this.whom(body.to);
    const id = newId();
    await this.store.add({
      ...{ id, item, scope, teamId, source: body.source, evidence: body.evidence_sha256 },
      ...this.interval(body),
    });
    const consent = await this.desk.consent(item, id);
    await this.desk.writeDown('consent-recorded', consent, { source: body.source });
    return presentConsent(consent, this.transaction.at.getTime());
  }

  private interval({ valid_from, valid_until }: RecordConsentBody): { validFrom: Date; validUntil: Date } {
    const now = this.transaction.at.getTime();
    const [from, until] = [valid_from === undefined ? now : millisOf(valid_from), millisOf(valid_until)];
    if (until <= now) throw fault('valid_until', 'future', 'must lie in the future');
    if (until <= from) throw fault('valid_until', 'order', 'must be after valid_from');
    return { validFrom: new Date(from), validUntil: new Date(until) };
  }

  private async whom(to: string): Promise<{ scope: ConsentScope; teamId: string | null }> {
    if (to === 'partners' || to === 'public') return { scope: to, teamId: null };
    const team = await this.store.team(to);
    if (!team || team.id === PUBLIC_TEAM)
      throw fault('to', 'organization', 'must be `partners`, `public` or the handle of a team');
    if (team.id === this.transaction.viewer.organizationId)
      throw fault('to', 'other-team', 'must be another team than your own');
    return { scope: 'team', teamId: team.id };
  }
}

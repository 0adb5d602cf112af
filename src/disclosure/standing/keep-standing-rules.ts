import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { millisOf } from '../../platform/instant';
import { type FieldError, Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { LONGEST, stateOf } from '../rules/standing-rule';
import type { ProposeStandingRuleBody } from './standing-rules.dto';
import { StandingRulesStore, type StoredRule } from './standing-rules.store';

/** One releaser proposes what may go without a second person each time, another confirms it, and either side ends it alone. */
@Injectable()
export class KeepStandingRules {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: StandingRulesStore,
    private readonly record: SharingRecord,
  ) {}

  /** @throws Refusal `not-found`, for what is absent and what is somebody else's */
  async require(id: string): Promise<StoredRule> {
    const found = isUuid(id) ? await this.store.find(id) : undefined;
    if (!found) throw Refusal.notFound();
    return found;
  }

  /** It lets nothing go before another confirms it. @throws Refusal 422 naming the field */
  async propose(body: ProposeStandingRuleBody): Promise<StoredRule> {
    const { person } = this.transaction;
    const expiresAt = this.until(body.expires_at);
    const partners = await this.partners(body.partners);
    const { name, reason, information_types: types, tlp_up_to: upTo, per_day: perDay } = body;
    const id = await this.store.add({ ...{ name, reason, types, upTo, partners, perDay }, expiresAt });
    await this.record.appendToOwnHouse('standing-rule/proposed', {
      ...{ rule: id, by: person, name, reason, information_types: types, tlp_up_to: upTo },
      ...{ partners: body.partners, per_day: perDay, expires_at: expiresAt },
    });
    return this.require(id);
  }

  /** @throws Refusal `not-found`, `standing-rule/second-person`, `standing-rule/not-open` */
  async confirm(id: string): Promise<StoredRule> {
    const found = await this.hold(id);
    const state = stateOf(found, this.transaction.at);
    if (state !== 'proposed') throw notOpen('confirmed', state);
    if (found.proposedBy === this.transaction.person)
      throw Refusal.forbidden(
        'standing-rule/second-person',
        'You proposed this rule. Another releaser has to confirm it.',
      );
    await this.store.confirm(id);
    await this.record.appendToOwnHouse('standing-rule/confirmed', {
      rule: id,
      by: this.transaction.person,
    });
    return this.require(id);
  }

  /** At once, by one person; what went under it stays as it is. @throws Refusal `not-found`, `standing-rule/not-open` */
  async end(id: string, reason: string): Promise<StoredRule> {
    const found = await this.hold(id);
    const state = stateOf(found, this.transaction.at);
    if (state === 'ended' || state === 'expired') throw notOpen('ended', state);
    await this.store.end(id, reason);
    await this.record.appendToOwnHouse('standing-rule/ended', {
      ...{ rule: id, by: this.transaction.person, reason },
    });
    return this.require(id);
  }

  /** A rule with the originator held: its end and a release under it cannot miss each other. */
  private async hold(id: string): Promise<StoredRule> {
    await this.require(id);
    await this.transaction.lock(`originator:${this.transaction.viewer.organizationId}`);
    return this.require(id);
  }

  private until(text: string): Date {
    const expires = millisOf(text);
    const ahead = expires - this.transaction.at.getTime();
    if (ahead > 0 && ahead <= LONGEST) return new Date(expires);
    const message = 'expires_at must be after now and at most 366 days ahead';
    throw Refusal.invalid({ field: 'expires_at', rule: 'standing-expiry', message });
  }

  private async partners(handles: readonly string[]): Promise<string[]> {
    const ids: string[] = [];
    const faults: FieldError[] = [];
    for (const [index, handle] of handles.entries()) {
      const team = await this.store.team(handle);
      if (team && team.id !== this.transaction.viewer.organizationId) ids.push(team.id);
      else
        faults.push({
          field: `partners.${index}`,
          ...(team
            ? { rule: 'otherTeam', message: 'must be another team' }
            : { rule: 'organization', message: 'must be the handle of an organization' }),
        });
    }
    if (faults.length > 0) throw Refusal.invalid(...faults);
    return [...new Set(ids)];
  }
}

const notOpen = (what: string, state: string): Refusal =>
  Refusal.conflict('standing-rule/not-open', `The rule is not ${what}: it is ${state.replaceAll('_', ' ')}.`);

import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { hasContent } from '../feed-entry';
import { FeedStore } from '../feed.store';
import { Gate } from '../gate';
import { checkedReference } from '../lists/items-by-reference';
import type { Severity, Tlp } from '../rules/vocabulary';

/** An item of another team that the viewer's team sees now under an agreement with it. */
export interface HeldItem {
  /** Internal: never told to the viewer's side. */
  sourceId: string;
  kind: 'advisory' | 'incident';
  originatorId: string;
  originator: string;
  tlp: Tlp | null;
  severity: Severity | null;
}

/** Finds what the viewer's team has of others, by the names that it has for it. */
@Injectable()
export class HeldItems {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly feed: FeedStore,
    private readonly gate: Gate,
  ) {}

  /**
   * @param field names the input in a refusal
   * @throws Refusal 422 for what the team does not see now, and for what everybody or one person alone may see: the
   * same, whatever of it exists
   */
  async require(typed: string, field: string): Promise<HeldItem> {
    const id = await this.idOf(typed, field);
    const found = id === undefined ? undefined : await this.seen(id);
    if (found) return found;
    const message =
      'must be an item that another team shares with yours under an agreement, by its id or reference';
    throw Refusal.invalid({ field, rule: 'received', message });
  }

  /** The id that the viewer's team calls an item by, its own or a received one. @throws Refusal 422 if mistyped */
  async idOf(typed: string, field: string): Promise<string | undefined> {
    const reference = checkedReference(typed, field);
    if (reference === undefined) return isUuid(typed) ? typed.toLowerCase() : undefined;
    const row = await this.transaction.one<{ id: string | null }>(
      `SELECT COALESCE(app.referred_id($1, 'advisory'), app.referred_id($1, 'incident')) AS id`,
      [reference],
    );
    return row?.id ?? undefined;
  }

  /** By the same gate as its documents. */
  private async seen(externalId: string): Promise<HeldItem | undefined> {
    const { organizationId: team } = this.transaction.viewer;
    await this.feed.drain(team);
    const entry = await this.feed.behind(team, externalId);
    const [judged] = await this.gate.judge(team, entry && hasContent(entry) ? [entry] : [], () => 'content');
    if (!judged?.grant || judged.grant.facts.to !== team || judged.entry.item_kind === null) return undefined;
    const { item_id: sourceId, item_kind: kind, owner_id: originatorId, item_version_id } = judged.entry;
    const row = await this.transaction.one<Pick<HeldItem, 'originator' | 'tlp' | 'severity'>>(
      `SELECT o.handle AS originator, f.facts ->> 'tlp' AS tlp, f.facts ->> 'severity' AS severity
       FROM organization o, app.item_facts_for_viewer(ARRAY[$2::uuid]) f
       WHERE o.id = $1 AND EXISTS (SELECT 1 FROM variant s WHERE s.item_id = $3 AND s.team_id = $4 AND s.person_id IS NULL)`,
      [originatorId, item_version_id, sourceId, team],
    );
    return row && { ...row, sourceId, kind, originatorId };
  }
}

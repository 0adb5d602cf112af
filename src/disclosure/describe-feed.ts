import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { type FeedEntry, hasContent, isRemoval } from './feed-entry';
import { microInstant } from './feed-line';
import { FeedStore } from './feed.store';
import { Gate } from './gate';

/** The last answer that carried items to a team. */
export interface LastTransfer {
  at: Date;
  route: string;
  /** The key that received it; null if a person did. */
  key: { name: string; prefix: string } | null;
  person: string | null;
}

export interface FeedState {
  newestEntryAt: string | null;
  lastTransfer: LastTransfer | null;
}

/** Past every number that a feed reaches: asked for a page after it, the feed is drained and gives nothing. */
const THE_END = 2n ** 62n;
/** How many of the newest entries are judged, should the first be refused. */
const JUDGED = 5;

const NEWEST = `
  SELECT e.* FROM feed_entry e
  WHERE e.team_id = app.viewer_org() AND NOT e.superseded
    AND (e.lane IS NULL OR e.lane <> ALL ($1::int[]) OR e.correction OR (e.elsewhere AND app.shown_elsewhere(e, app.at())))
  ORDER BY e.seq DESC LIMIT $2`;

const LAST_TRANSFER = `
  SELECT t.at, t.route, a.name AS person,
    CASE WHEN k.id IS NOT NULL THEN jsonb_build_object('name', k.name, 'prefix', k.prefix) END AS key
  FROM transfer t LEFT JOIN api_key k ON k.id = t.api_key_id LEFT JOIN account a ON a.id = t.account_id
  WHERE t.team_id = app.viewer_org()
    -- Row-level security hides what became known to somebody else by name.
    AND EXISTS (SELECT 1 FROM transfer_disclosure c JOIN disclosure d ON d.id = c.disclosure_id WHERE c.transfer_id = t.id)
  ORDER BY t.at DESC, t.id DESC LIMIT 1`;

/** What the viewer's team may know of its own feed without pulling it. Nothing is disclosed by asking. */
@Injectable()
export class DescribeFeed {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly feed: FeedStore,
    private readonly gate: Gate,
  ) {}

  async state(): Promise<FeedState> {
    return {
      newestEntryAt: await this.newestEntryAt(),
      lastTransfer: (await this.transaction.one<LastTransfer>(LAST_TRANSFER)) ?? null,
    };
  }

  /** When the newest entry came in that a pull from the beginning would tell now. */
  private async newestEntryAt(): Promise<string | null> {
    const { organizationId: team } = this.transaction.viewer;
    const { closed } = await this.feed.page(team, THE_END, 1);
    const newest = await this.transaction.query<FeedEntry>(NEWEST, [[...closed], JUDGED]);
    const allowed = [
      ...(await this.gate.judge(team, newest.filter(hasContent), () => 'content')),
      ...(await this.gate.judge(team, newest.filter(isRemoval), ({ kind }) =>
        kind === 'withdrawn' ? 'withdrawal' : 'removal',
      )),
    ];
    const told = new Set(allowed.map(({ entry }) => entry.seq));
    const found = newest.find(({ kind, seq }) => kind === 'notice' || told.has(seq));
    return found ? microInstant(found.date_added) : null;
  }
}

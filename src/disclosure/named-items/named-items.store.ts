import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { FeedEntry } from '../feed-entry';

/** Where a page goes on: after the entry of this place, in microseconds since 1970, and version. */
export interface NamedPlace {
  readonly cameAt: string;
  readonly version: string;
}

/** The statements over what is shared with the viewer's person by name. Systems and nobody in particular have nothing. */
@Injectable()
export class NamedItemsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** Newest first. */
  async page(after: NamedPlace | null, size: number): Promise<FeedEntry[]> {
    await this.show();
    return this.transaction.query(
      `SELECT * FROM app.named_entries($1) WHERE $2::bigint IS NULL OR (date_added, item_version_id) < ($2::bigint, $3::uuid)
       ORDER BY date_added DESC, item_version_id DESC LIMIT $4`,
      [this.transaction.at, after?.cameAt ?? null, after?.version ?? null, size],
    );
  }

  /** The one behind the id that it has for the viewer's person. */
  async behind(externalId: string): Promise<FeedEntry | undefined> {
    await this.show();
    return this.transaction.one('SELECT * FROM app.named_entry($1, $2)', [this.transaction.at, externalId]);
  }

  /** Gives what is new an id that is the person's own. */
  private async show(): Promise<void> {
    await this.transaction.query('SELECT app.show_named($1)', [this.transaction.at]);
  }
}

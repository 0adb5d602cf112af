import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../platform/viewer-transaction';
import type { FeedEntry } from './feed-entry';
import type { FeedPosition, HeldBack } from './feed-position';
import { LOOK } from './lists/own-list';
import type { Wanted } from './lists/wanted';

const BATCH = 2000;

/** The first row of a page: whether the feed has to be drained first, and the lanes that are closed. */
interface PageHead {
  due: boolean | null;
  closed: number[] | null;
}

const columnsOf = (held: readonly HeldBack[]) => [
  held.map(({ lane }) => lane),
  held.map(({ from }) => from),
  held.map(({ upto }) => upto),
];

/** The statements over feeds. Every one asks app functions that join the live intervals at the instant. */
@Injectable()
export class FeedStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** Brings a team's feed up to this request's instant, so that all faces agree. */
  async drain(team: string): Promise<void> {
    while (await this.drainBatch(team));
  }

  /** @returns whether more is due; what is to be taken back never is after the first */
  private async drainBatch(team: string): Promise<boolean> {
    const row = await this.transaction.one<{ more: boolean }>('SELECT app.drain_own($1, $2) AS more', [
      team,
      BATCH,
    ]);
    return row?.more ?? false;
  }

  /**
   * A page after a place and the lanes that are closed at this instant: what came in on them is hidden. The feed is
   * brought up to the instant first, as far as the page needs it: what is left lies above the page.
   */
  async page(
    team: string,
    after: bigint,
    size: number,
  ): Promise<{ closed: Set<number>; entries: FeedEntry[] }> {
    for (let more = false; ;) {
      const [head, ...entries] = await this.transaction.query<FeedEntry & PageHead>(
        'SELECT * FROM app.feed_page($1, $2, $3, $4, $5)',
        [team, this.transaction.at, after, size, more],
      );
      if (!head?.due && (!more || entries.length >= size)) return { closed: new Set(head?.closed), entries };
      more = await this.drainBatch(team);
    }
  }

  /**
   * What a second agreement came to admit after it had come in, and may be told once more: to a cursor that went past it,
   * or does so on this page, while it was hidden. Between the position and a place; null: the feed's end.
   */
  async again(
    team: string,
    { seq, held }: FeedPosition,
    upto: string | null,
    closed: ReadonlySet<number>,
    size: number,
  ): Promise<FeedEntry[]> {
    return this.transaction.query('SELECT * FROM app.feed_again_page($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
      team,
      this.transaction.at,
      seq,
      upto,
      [...closed],
      ...columnsOf(held),
      size,
    ]);
  }

  /** What lanes that are open again held back from a cursor. */
  async catchUp(
    team: string,
    { seq, held }: FeedPosition,
    open: readonly HeldBack[],
    size: number,
  ): Promise<FeedEntry[]> {
    return this.transaction.query('SELECT * FROM app.feed_catch_up($1, $2, $3, $4, $5, $6, $7, $8)', [
      team,
      this.transaction.at,
      seq,
      ...columnsOf(held),
      open.map(({ lane }) => lane),
      size,
    ]);
  }

  /** What others share with the viewer and is wanted, from a place in its feed on. */
  async shared(
    kind: string,
    { newest, released, labels, text }: Wanted,
    place: string | null,
    size: number,
  ): Promise<FeedEntry[]> {
    return this.transaction.query('SELECT * FROM app.shared_list($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
      this.transaction.at,
      kind,
      place,
      newest,
      released.from,
      released.to,
      labels,
      text,
      size,
      LOOK,
    ]);
  }

  async behind(team: string, externalId: string): Promise<FeedEntry | undefined> {
    return this.transaction.one('SELECT * FROM app.shared_entry($1, $2, $3)', [
      team,
      this.transaction.at,
      externalId,
    ]);
  }

  /** Public entries whose current version the public has not been disclosed yet. */
  async undisclosedPublic(owner: string): Promise<FeedEntry[]> {
    return this.transaction.query(
      `SELECT e.* FROM feed_entry e WHERE e.team_id = app.public_team() AND e.owner_id = $1 AND NOT e.superseded AND e.kind IN ('added', 'updated')
         AND NOT EXISTS (SELECT 1 FROM disclosure d WHERE d.variant_version_id = e.variant_version_id AND d.team_id = e.team_id)
       ORDER BY e.seq`,
      [owner],
    );
  }
}

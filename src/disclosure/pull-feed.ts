import { Injectable } from '@nestjs/common';
import { Cursors } from '../platform/cursor';
import { ServedBody } from '../platform/served-body';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { FeedLine } from './feed-line';
import {
  atInstant,
  BEGINNING,
  caughtUp,
  type FeedPosition,
  goneTo,
  openAgain,
  readPosition,
  writePosition,
} from './feed-position';
import { FeedStore } from './feed.store';
import { type FeedEntry, hasContent, isRemoval } from './feed-entry';
import { Gate } from './gate';
import { isAboveGreen, Renditions, SUMMARY } from './renditions';
import { askedBinding } from './stated-purpose';
import { FEED, Transferring } from './transferring';
import { Opening } from './obligations/opening';

/** A team pulls its feed: drained, judged, rendered, disclosed and logged, and only then sent. */
@Injectable()
export class PullFeed {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly feed: FeedStore,
    private readonly gate: Gate,
    private readonly renditions: Renditions,
    private readonly transferring: Transferring,
    private readonly cursors: Cursors,
    private readonly line: FeedLine,
    private readonly opening: Opening,
  ) {}

  /** @throws Refusal `cursor/invalid` */
  async execute(cursor: string | undefined, limit: number, known?: string): Promise<ServedBody> {
    const team = this.transaction.viewer.organizationId;
    const binding = `${team}|feed|${askedBinding(this.transaction)}`;
    const start = cursor === undefined ? BEGINNING : readPosition(this.cursors.open(cursor, binding));
    const { shown, more, position } = await this.read(team, start, limit);
    const judged = await this.gate.judge(team, shown.filter(hasContent), () => 'content');
    const removals = await this.gate.judge(team, shown.filter(isRemoval), ({ kind }) =>
      kind === 'withdrawn' ? 'withdrawal' : 'removal',
    );
    const summaries = await this.renditions.of(
      judged.map(({ entry }) => entry.variant_version_id),
      SUMMARY,
    );
    const leaving = judged.map((one) => ({
      ...one,
      rendition: summaries.get(one.entry.variant_version_id)!,
    }));
    const allowed = new Set([...judged, ...removals].map(({ entry }) => entry.seq));
    const lines = await this.line.write(
      shown.filter((entry) => entry.kind === 'notice' || allowed.has(entry.seq)),
      leaving,
    );
    const next = this.cursors.seal(writePosition(position), binding);
    const body = Buffer.from(`{"items":[${lines.join(',')}],"more":${more},"next":${JSON.stringify(next)}}`);
    const above = leaving.some(({ rendition }) => isAboveGreen(rendition));
    // A feed has a cursor to go on with at its end, too; a link there would be followed for ever.
    const served = new ServedBody(body, 'application/json', above, known, undefined, more ? next : null);
    await this.transferring.transfer(FEED, served, leaving);
    if (!this.transaction.bodyless) await this.opening.received(start);
    return served;
  }

  /** The next entries for a cursor, then what it went past while lanes were closed that are open again. */
  private async read(team: string, start: FeedPosition, limit: number) {
    const page = await this.feed.page(team, start.seq, limit + 1);
    const { closed } = page;
    let position = atInstant(start, closed);
    const entries = await this.withAgain(team, position, page, limit + 1);
    const shown = entries.slice(0, limit);
    if (shown.length > 0) position = goneTo(position, closed, BigInt(shown.at(-1)!.seq));
    if (entries.length > limit) return { shown, more: true, position };
    const room = limit - shown.length;
    const open = openAgain(position, closed);
    if (room === 0 || open.length === 0) return { shown, more: open.length > 0, position };
    const missed = await this.feed.catchUp(team, position, open, room + 1);
    const told = missed.slice(0, room);
    const more = missed.length > room;
    position = caughtUp(position, closed, more ? BigInt(told.at(-1)!.seq) : null);
    return { shown: [...shown, ...told], more, position };
  }

  /** Nothing is told once more to who was never before closed lanes, and is not now. */
  private async withAgain(
    team: string,
    position: FeedPosition,
    { closed, entries }: { closed: ReadonlySet<number>; entries: FeedEntry[] },
    size: number,
  ): Promise<FeedEntry[]> {
    if (closed.size === 0 && position.held.length === 0) return entries;
    const upto = entries.length === size ? entries.at(-1)!.seq : null;
    const again = await this.feed.again(team, position, upto, closed, size);
    return [...entries, ...again].sort((a, b) => Number(BigInt(a.seq) - BigInt(b.seq))).slice(0, size);
  }
}

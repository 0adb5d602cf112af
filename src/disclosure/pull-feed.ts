import { Injectable } from '@nestjs/common';
import { Cursors } from '../platform/cursor';
import { ServedBody } from '../platform/served-body';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { Disclosing } from './disclosing';
import { FeedLine } from './feed-line';
import { FeedStore } from './feed.store';
import { hasContent, isRemoval } from './feed-entry';
import { Gate } from './gate';
import { isAboveGreen, Renditions, SUMMARY } from './renditions';
import { Transferring } from './transferring';

/** A team pulls its feed: drained, judged, rendered, disclosed and logged, and only then sent. */
@Injectable()
export class PullFeed {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly feed: FeedStore,
    private readonly gate: Gate,
    private readonly renditions: Renditions,
    private readonly disclosing: Disclosing,
    private readonly transferring: Transferring,
    private readonly cursors: Cursors,
    private readonly line: FeedLine,
  ) {}

  /** @throws Refusal `cursor/invalid` */
  async execute(cursor: string | undefined, limit: number, known?: string): Promise<ServedBody> {
    const team = this.transaction.viewer.organizationId;
    const binding = `${team}|feed`;
    const after = cursor === undefined ? '0' : this.cursors.open(cursor, binding);
    await this.feed.drain(team);
    const page = await this.feed.page(team, after, limit + 1);
    const shown = page.slice(0, limit);
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
      summaries,
    );
    const last = shown.at(-1)?.seq ?? after;
    if (last !== after) await this.feed.pass(team, after, last);
    const next = this.cursors.seal(last, binding);
    const more = page.length > limit;
    const body = Buffer.from(`{"items":[${lines.join(',')}],"more":${more},"next":${JSON.stringify(next)}}`);
    const disclosures = await this.disclosing.disclose(team, leaving);
    const above = leaving.some(({ rendition }) => isAboveGreen(rendition));
    // A feed has a cursor to go on with at its end, too; a link there would be followed for ever.
    const served = new ServedBody(body, 'application/json', above, known, undefined, more ? next : null);
    await this.transferring.transfer('feed', served, disclosures);
    return served;
  }
}

import { Injectable } from '@nestjs/common';
import { Cursors } from '../platform/cursor';
import { isUuid } from '../platform/ids';
import { Refusal } from '../platform/refusal';
import { ServedBody } from '../platform/served-body';
import { isAnonymous } from '../platform/viewer';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { headersBeside } from './basis-header';
import { type FeedEntry, hasContent } from './feed-entry';
import { FeedStore } from './feed.store';
import { Gate } from './gate';
import { besideLabel } from './lists/beside-label';
import type { ItemListQuery } from './lists/item-list.query';
import { LISTED_FIELDS, listLine } from './lists/list-line';
import { readWanted } from './lists/wanted';
import { NamedItemsStore } from './named-items/named-items.store';
import { isAboveGreen, Renditions, SUMMARY, WHOLE } from './renditions';
import { askedBinding } from './stated-purpose';
import { Transferring } from './transferring';

/** What others share with the reader: lists and single documents, through the same gate as the feed. */
@Injectable()
export class ServeItem {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly feed: FeedStore,
    private readonly named: NamedItemsStore,
    private readonly gate: Gate,
    private readonly renditions: Renditions,
    private readonly transferring: Transferring,
    private readonly cursors: Cursors,
  ) {}

  /** A page of summaries. @throws Refusal `cursor/invalid`, 422 for what such a list does not have */
  async list(kind: 'advisory' | 'incident', query: ItemListQuery, known?: string): Promise<ServedBody> {
    const { cursor, limit } = query;
    const wanted = readWanted(query, LISTED_FIELDS);
    const team = this.transaction.viewer.organizationId;
    const binding = `${team}|list|${kind}|${askedBinding(this.transaction)}|${wanted.binding}`;
    const place = cursor === undefined ? null : this.cursors.open(cursor, binding);
    await this.feed.drain(team);
    const page = await this.feed.shared(kind, wanted, place, limit + 1);
    const shown = page.slice(0, limit);
    const judged = await this.gate.judge(team, shown.filter(hasContent), () => 'content');
    const summaries = await this.renditions.of(
      judged.map(({ entry }) => entry.variant_version_id),
      SUMMARY,
    );
    const leaving = judged.map((one) => ({
      ...one,
      rendition: summaries.get(one.entry.variant_version_id)!,
    }));
    const next = page.length > limit ? this.cursors.seal(shown.at(-1)!.seq, binding) : null;
    const lines = leaving.map((one) => listLine(one, wanted.fields, team));
    const body = Buffer.from(
      `{"scope":"received","items":[${lines.join(',')}],"next":${JSON.stringify(next)}}`,
    );
    const above = leaving.some(({ rendition }) => isAboveGreen(rendition));
    const served = new ServedBody(body, 'application/json', above, known, undefined, next);
    await this.transferring.transfer(`${kind} list`, served, leaving);
    return served;
  }

  /** One document. @throws Refusal `not-found`, the same for what is absent and what is withheld */
  async document(
    kind: 'advisory' | 'incident',
    externalId: string,
    projection: string,
    known?: string,
  ): Promise<ServedBody> {
    const team = this.transaction.viewer.organizationId;
    await this.feed.drain(team);
    const entry = isUuid(externalId) ? await this.behind(team, externalId) : undefined;
    const content = entry && hasContent(entry) && entry.item_kind === kind ? [entry] : [];
    const [judged] = await this.gate.judge(team, content, () => 'content');
    const rendition =
      judged &&
      (await this.renditions.of([judged.entry.variant_version_id], projection)).get(
        judged.entry.variant_version_id,
      );
    if (!rendition) throw await this.refused(`${kind} ${projection}`, externalId);
    // A part may be marked above its item.
    const whole = await this.renditions.of([judged.entry.variant_version_id], WHOLE);
    const { bytes, media_type, file_name } = rendition;
    const served = new ServedBody(
      bytes,
      media_type,
      [...whole.values()].some(isAboveGreen),
      known,
      file_name,
    );
    const { basis, instruments } = judged.decision;
    const [labelled] = whole.values();
    const printed = labelled ? besideLabel({ ...judged, rendition: labelled }, team) : {};
    if (basis) served.headers = headersBeside(basis, instruments, printed);
    await this.transferring.transfer(`${kind} ${projection}`, served, [{ ...judged, rendition }]);
    return served;
  }

  /** What the team is shown under an id, or the person who asks by name. Both are looked for, whoever asks. */
  private async behind(team: string, externalId: string): Promise<FeedEntry | undefined> {
    const [ofTeam, named] = [await this.feed.behind(team, externalId), await this.named.behind(externalId)];
    return ofTeam ?? named;
  }

  /**
   * Asks by id that found nothing are counted by the hour, in the same way for what is absent and withheld; those
   * of nobody in particular by route alone, so that guessing does not fill the table.
   */
  private async refused(route: string, asked: string): Promise<Refusal> {
    const { viewer, at } = this.transaction;
    await this.transaction.query(
      `INSERT INTO refusal VALUES ($1, date_trunc('hour', $2::timestamptz), $3, $4, 1)
       ON CONFLICT (team_id, hour, route, asked) DO UPDATE SET times = refusal.times + 1`,
      [viewer.organizationId, at, route, isAnonymous(viewer) ? '' : asked.slice(0, 100)],
    );
    const refusal = Refusal.notFound();
    refusal.recorded = true;
    return refusal;
  }
}

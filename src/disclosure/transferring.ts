import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { SharingRecord } from '../record';
import { newId } from '../platform/ids';
import type { ServedBody } from '../platform/served-body';
import { isAnonymous } from '../platform/viewer';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { Disclosing, type Leaving } from './disclosing';

/** The route of the feed: whoever pulls on has what it was told before. */
export const FEED = 'feed';

/** Writes down that one answer carries items: what becomes known by it, and a short entry in each log concerned. */
@Injectable()
export class Transferring {
  private readonly handles = new Map<string, string>();

  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly disclosing: Disclosing,
    private readonly record: SharingRecord,
  ) {}

  /**
   * @param route the route's pattern, without ids
   * @param served the exact bytes that will be sent; where none are, because the caller holds them or asks for the
   * head alone, nothing leaves and nothing is written
   */
  async transfer(route: string, served: ServedBody, leaving: readonly Leaving[]): Promise<void> {
    if (served.notModified || this.transaction.bodyless) return;
    const team = this.transaction.viewer.organizationId;
    const disclosures = await this.disclosing.disclose(team, leaving, route === FEED);
    if (disclosures.length === 0) return;
    const { viewer, at, asked } = this.transaction;
    if (isAnonymous(viewer)) return this.countPublicRead(route);
    const byLog = Map.groupBy(disclosures, ({ log }) => log);
    const answer = newId();
    const sha256 = createHash('sha256').update(served.body).digest();
    const handle = await this.handleOf(viewer.organizationId);
    for (const [log, carried] of byLog) {
      const [transfer, entry] = [newId(), newId()];
      const ids = carried.map(({ id }) => id);
      await this.record.append({
        id: entry,
        log,
        kind: 'transfer',
        shared: {
          transfer,
          team: handle,
          channel: asked.channel,
          purpose: asked.purpose,
          route,
          body_sha256: sha256.toString('hex'),
          disclosures: ids,
          api_key: viewer.apiKeyName,
        },
        sides: viewer.personId ? { [viewer.organizationId]: { person: viewer.personId } } : {},
      });
      await this.transaction.prepared(
        'SELECT app.add_transfer($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
        [
          transfer,
          answer,
          viewer.organizationId,
          route,
          at,
          viewer.apiKeyId,
          viewer.personId,
          sha256,
          log,
          entry,
          ids,
        ],
      );
    }
  }

  /** Handles are for good, so each is asked for once. */
  private async handleOf(organizationId: string): Promise<string | undefined> {
    const known = this.handles.get(organizationId);
    if (known !== undefined) return known;
    const sql = 'SELECT handle FROM organization WHERE id = $1';
    const row = await this.transaction.one<{ handle: string }>(sql, [organizationId]);
    if (row) this.handles.set(organizationId, row.handle);
    return row?.handle;
  }

  /** Nobody is named in an anonymous read, so reads are counted by the hour. */
  private async countPublicRead(route: string): Promise<void> {
    await this.transaction.query(
      `INSERT INTO public_read VALUES (date_trunc('hour', $1::timestamptz), $2, 1)
       ON CONFLICT (hour, route) DO UPDATE SET times = public_read.times + 1`,
      [this.transaction.at, route],
    );
  }
}

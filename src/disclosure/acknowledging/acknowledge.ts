import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { Opening } from '../obligations/opening';
import type { AcknowledgedItem, AcknowledgementReport } from './acknowledgements.dto';
import { AcknowledgementsStore, type Arrived } from './acknowledgements.store';

const count = (results: readonly AcknowledgedItem[], wanted: AcknowledgedItem['outcome']) =>
  results.filter(({ outcome }) => outcome === wanted).length;

@Injectable()
export class Acknowledge {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: AcknowledgementsStore,
    private readonly record: SharingRecord,
    private readonly opening: Opening,
  ) {}

  /**
   * Says that the newest versions of these items that were disclosed to the viewer's team have arrived. The log of
   * the agreement under which each was disclosed says so to both sides. What never arrived is not told apart from
   * what is not there.
   */
  async run(items: readonly string[]): Promise<AcknowledgementReport> {
    const wanted = items.map((item) => item.toLowerCase());
    const arrived = await this.store.arrived(wanted);
    const open = [...arrived.values()].filter(({ acknowledged_at }) => acknowledged_at === null);
    const entries = new Map(open.map(({ log_id }) => [log_id, newId()]));
    const added = open.length > 0 ? await this.store.add(open, entries) : new Set<string>();
    const news = open.filter(({ variant_version_id }) => added.has(variant_version_id));
    await this.writeDown(news, entries);
    if (news.length > 0) await this.opening.acknowledged();
    const results = wanted.map((item): AcknowledgedItem => {
      const found = arrived.get(item);
      if (!found) return { item, outcome: 'unknown', version: null };
      const outcome = added.has(found.variant_version_id) ? 'acknowledged' : 'already';
      return { item, outcome, version: found.version };
    });
    return {
      acknowledged: count(results, 'acknowledged'),
      already: count(results, 'already'),
      unknown: count(results, 'unknown'),
      results,
    };
  }

  private async writeDown(news: readonly Arrived[], entries: ReadonlyMap<string, string>): Promise<void> {
    const { organizationId, personId, apiKeyName } = this.transaction.viewer;
    const team = await this.transaction.one<{ handle: string }>(
      'SELECT handle FROM organization WHERE id = $1',
      [organizationId],
    );
    await this.record.append(
      ...[...Map.groupBy(news, ({ log_id }) => log_id)].map(([log, carried]) => ({
        id: entries.get(log),
        log,
        kind: 'acknowledged' as const,
        shared: {
          team: team?.handle,
          items: carried.map(({ item, version }) => ({ item, version })),
          api_key: apiKeyName,
        },
        sides: personId ? { [organizationId]: { person: personId } } : {},
      })),
    );
  }
}

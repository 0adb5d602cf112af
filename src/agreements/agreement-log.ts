import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { type EntryKind, type NewEntry, SharingRecord } from '../record';
import { type Agreement, holding } from './rules/agreement';

/** What is written down of a change: for both sides, and for the acting one alone. */
export interface Change {
  kind: EntryKind;
  shared: object;
  own?: object;
}

/** Pairs of operating CERTs, each once. Each pair keeps the log of its own relationship. */
function pairs(ids: readonly string[]): [string, string][] {
  return ids.flatMap((one, index) => ids.slice(index + 1).map((other): [string, string] => [one, other]));
}

/** Appends changes of agreements to the record. The acting person's name stays on the acting side. */
@Injectable()
export class AgreementLog {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly record: SharingRecord,
  ) {}

  /**
   * To the log of each pair of operating CERTs; and to the house log of an actor who is in none of these pairs
   * (a ministry), since it cannot read theirs.
   */
  async append(agreement: Agreement & { id: string }, change: Change): Promise<void> {
    await this.write(await this.prepare(agreement, change));
  }

  /** The entries of a change, to be written once it is made: who reads nothing any more then has no logs to ask for. */
  prepare(agreement: Agreement & { id: string }, change: Change): Promise<NewEntry[]> {
    const ids = holding(agreement, 'operating_cert').map(({ id }) => id);
    return this.entries([agreement], pairs(ids), change);
  }

  async write(entries: readonly NewEntry[]): Promise<void> {
    await this.record.append(...entries);
  }

  /** The same for a change in one direction, under each of these agreements. */
  async appendTo(
    agreements: readonly { id: string; reference: string }[],
    relations: readonly [string, string][],
    change: Change,
  ): Promise<void> {
    await this.write(await this.entries(agreements, relations, change));
  }

  private async entries(
    agreements: readonly { id: string; reference: string }[],
    relations: readonly [string, string][],
    { kind, shared, own }: Change,
  ): Promise<NewEntry[]> {
    const { viewer } = this.transaction;
    const acting = viewer.organizationId;
    const side = { person: viewer.personName ?? null, ...own };
    const entries: NewEntry[] = [];
    for (const { id, reference } of agreements) {
      for (const pair of relations) {
        const log = await this.record.relationshipLog(id, ...pair);
        if (!log) throw new Error('Two operating CERTs of an agreement have a relationship log.');
        const sides = pair.includes(acting) ? { [acting]: side } : {};
        entries.push({ log, kind, shared: { reference, ...shared }, sides });
      }
      if (!relations.some((pair) => pair.includes(acting)))
        entries.push({
          log: await this.record.houseLog(acting),
          kind,
          shared: { reference, ...shared },
          sides: { [acting]: side },
        });
    }
    return entries;
  }
}

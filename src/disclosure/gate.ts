import { Injectable, Logger } from '@nestjs/common';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { decide, type Decision } from './rules/decide';
import type { GrantFacts, ItemFacts, Subject } from './rules/question';
import type { ContentEntry } from './feed-entry';

/** A grant as the record cites it. */
export interface CitedGrant {
  readonly agreementId: string;
  readonly termsVersionId: string;
  readonly facts: GrantFacts;
}
export interface Judged<Entry> {
  readonly entry: Entry;
  readonly decision: Decision;
  readonly grant: CitedGrant | null;
}

/** The one gate: every row that leaves passes decide(), whatever list or id brought it here. */
@Injectable()
export class Gate {
  private readonly log = new Logger('Gate');
  constructor(private readonly transaction: ViewerTransaction) {}

  /**
   * Judges entries for a reader and keeps those that are released, with the basis cited. A row that the lists offer
   * and the decision refuses is a fault of ours: it is withheld and reported.
   */
  async judge<Entry extends ContentEntry>(
    reader: string,
    entries: readonly Entry[],
    subjectOf: (entry: Entry) => Subject,
  ): Promise<Judged<Entry>[]> {
    if (entries.length === 0) return [];
    const items = await this.itemFacts(entries.map(({ item_version_id }) => item_version_id));
    const cited = await this.grants(
      reader,
      entries.map(({ owner_id }) => owner_id),
    );
    const grants = [...cited.values()].map(({ facts }) => facts);
    const at = this.transaction.at.getTime();
    return entries.flatMap((entry) => {
      const item = items.get(entry.item_version_id);
      const subject = subjectOf(entry);
      const decision = item && decide({ reader, at, subject, item, grants, received: subject !== 'content' });
      if (!decision?.released || !decision.basis) {
        this.log.error(`A listed row was refused: variant version ${entry.variant_version_id}, ${subject}`);
        return [];
      }
      const { grant } = decision.basis;
      return [{ entry, decision, grant: grant ? (cited.get(grant.id) ?? null) : null }];
    });
  }

  /** What the rules weigh of item versions. */
  async itemFacts(versions: readonly string[]): Promise<Map<string, ItemFacts>> {
    const rows = await this.transaction.prepared<{ version: string; facts: ItemFacts }>(
      'SELECT version, facts FROM app.item_facts($1)',
      [versions],
    );
    return new Map(rows.map(({ version, facts }) => [version, facts]));
  }

  /** Every grant from the originators to the reader, whether in force or not. */
  async grants(reader: string, originators: readonly string[]): Promise<Map<string, CitedGrant>> {
    const rows = await this.transaction.prepared<{
      grant_id: string;
      agreement_id: string;
      terms_version_id: string;
      facts: GrantFacts;
    }>('SELECT grant_id, agreement_id, terms_version_id, facts FROM app.grant_facts($1, $2)', [
      reader,
      [...new Set(originators)],
    ]);
    return new Map(
      rows.map((row) => [
        row.grant_id,
        { agreementId: row.agreement_id, termsVersionId: row.terms_version_id, facts: row.facts },
      ]),
    );
  }
}

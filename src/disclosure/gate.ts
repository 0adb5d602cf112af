import { Injectable, Logger } from '@nestjs/common';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { decide, type Decision } from './rules/decide';
import type { GrantFacts, ItemFacts, Subject } from './rules/question';
import { holdsMore } from './rules/transformations';
import type { ContentEntry } from './feed-entry';
import { askedBy } from './stated-purpose';

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

interface ItemFound {
  id: string;
  facts: ItemFacts;
  agreementId: null;
  termsVersionId: null;
  parent: string | null;
}
type GrantFound = CitedGrant & { id: string };
const FACTS = `
  SELECT version AS id, facts, NULL::uuid AS "agreementId", NULL::uuid AS "termsVersionId", (SELECT app.parent_of($2)) AS parent
    FROM app.item_facts_for_viewer($1)
  UNION ALL SELECT grant_id, facts, agreement_id, terms_version_id, NULL FROM app.grant_facts($2, $3)`;

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
    const { items, cited, parent } = await this.facts(reader, entries);
    const shapes = await this.shapes(
      entries.filter((entry) => items.get(entry.item_version_id)?.parts.length),
    );
    const grants = [...cited.values()].map(({ facts }) => facts);
    const at = this.transaction.at.getTime();
    const asked = askedBy(this.transaction);
    const person = this.transaction.viewer.personId ?? null;
    return entries.flatMap((entry) => {
      const item = items.get(entry.item_version_id);
      const subject = subjectOf(entry);
      const decision =
        item &&
        decide({
          reader,
          parent,
          person,
          at,
          subject,
          item,
          grants,
          received: subject !== 'content',
          ...asked,
        });
      if (!decision?.released || !decision.basis) {
        this.log.error(`A listed row was refused: variant version ${entry.variant_version_id}, ${subject}`);
        return [];
      }
      if (holdsMore(shapes.get(entry.variant_version_id) ?? '', decision.transformations)) {
        this.log.error(`A listed row holds more than is let go: variant version ${entry.variant_version_id}`);
        return [];
      }
      const { grant } = decision.basis;
      return [{ entry, decision, grant: grant ? (cited.get(grant.id) ?? null) : null }];
    });
  }

  /** What was done with the parts of variant versions; nothing is asked where there are none. */
  private async shapes(entries: readonly ContentEntry[]): Promise<Map<string, string>> {
    if (entries.length === 0) return new Map();
    const rows = await this.transaction.prepared<{ id: string; shape: string }>(
      'SELECT id, shape FROM variant_version WHERE id = ANY ($1)',
      [entries.map(({ variant_version_id }) => variant_version_id)],
    );
    return new Map(rows.map(({ id, shape }) => [id, shape]));
  }

  /** What the rules weigh: of item versions, and every grant from their originators to the reader, in force or not. */
  private async facts(reader: string, entries: readonly ContentEntry[]) {
    const rows = await this.transaction.prepared<ItemFound | GrantFound>(FACTS, [
      entries.map(({ item_version_id }) => item_version_id),
      reader,
      [...new Set(entries.map(({ owner_id }) => owner_id))],
    ]);
    const items = new Map<string, ItemFacts>();
    const cited = new Map<string, CitedGrant>();
    let parent: string | null = null;
    for (const row of rows)
      if (row.agreementId === null) {
        items.set(row.id, row.facts);
        parent = row.parent;
      } else cited.set(row.id, row);
    return { items, cited, parent };
  }
}

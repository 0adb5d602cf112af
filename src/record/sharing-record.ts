import { Injectable } from '@nestjs/common';
import { newId } from '../platform/ids';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { canonicalBytes, seal } from './commitments';
import type { EntryKind } from './entry-kinds';

/** What is written down. `shared` is for all parties of the log, `sides` for one organization each. */
export interface NewEntry {
  id?: string;
  log: string;
  kind: EntryKind;
  shared?: object;
  content?: object;
  sides?: Readonly<Record<string, object>>;
}

const APPEND = `
  WITH entries AS (
    INSERT INTO record_entry (id, log_id, kind, at, canonical)
    SELECT i, l, k, $1, c FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::bytea[]) WITH ORDINALITY AS e(i, l, k, c, n) ORDER BY n)
  INSERT INTO record_payload (entry_id, audience, salt, payload)
  SELECT * FROM unnest($6::uuid[], $7::text[], $8::bytea[], $9::bytea[])`;

/** Appends to the record, in the caller's transaction: what happened and its entry stand or fall together. */
@Injectable()
export class SharingRecord {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** The house log of an organization. */
  async houseLog(organizationId: string): Promise<string> {
    const row = await this.transaction.one<{ id: string | null }>('SELECT app.house_log($1) AS id', [
      organizationId,
    ]);
    if (!row?.id) throw new Error('Every organization has a house log.');
    return row.id;
  }

  /** The log of an agreement between one pair of its operating CERTs, opened if need be; undefined to others. */
  async relationshipLog(agreementId: string, one: string, other: string): Promise<string | undefined> {
    const sql = 'SELECT app.relationship_log($1, $2, $3) AS id';
    return (
      (await this.transaction.one<{ id: string | null }>(sql, [agreementId, one, other]))?.id ?? undefined
    );
  }

  /** Appends entries in their order, stamped with the transaction's instant; returns their ids. */
  async append(...entries: NewEntry[]): Promise<string[]> {
    if (entries.length === 0) return [];
    const at = this.transaction.at.toISOString();
    const sealed = entries.map((entry) => {
      const parts = [
        ...(entry.shared ? [seal('shared', entry.shared)] : []),
        ...(entry.content ? [seal('content', entry.content)] : []),
        ...Object.entries(entry.sides ?? {}).map(([organization, value]) => seal(organization, value)),
      ];
      const commitments = Object.fromEntries(parts.map((part) => [part.audience, part.commitment]));
      const body = { accord: 'entry/1', at, commitments, kind: entry.kind, log: entry.log };
      return { id: entry.id ?? newId(), entry, parts, canonical: canonicalBytes(body) };
    });
    const parts = sealed.flatMap(({ id, parts: own }) => own.map((part) => ({ id, ...part })));
    await this.transaction.prepared(APPEND, [
      at,
      sealed.map(({ id }) => id),
      sealed.map(({ entry }) => entry.log),
      sealed.map(({ entry }) => entry.kind),
      sealed.map(({ canonical }) => canonical),
      parts.map((p) => p.id),
      parts.map((p) => p.audience),
      parts.map((p) => p.salt),
      parts.map((p) => p.payload),
    ]);
    return sealed.map(({ id }) => id);
  }

  /** Appends one entry to the acting organization's own house log. */
  async appendToOwnHouse(kind: EntryKind, shared: object): Promise<void> {
    await this.append({ log: await this.houseLog(this.transaction.viewer.organizationId), kind, shared });
  }
}

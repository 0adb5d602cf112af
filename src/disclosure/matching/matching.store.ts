import type { ViewerTransaction } from '../../platform/viewer-transaction';

/** How far the matching of signed terms with an originator's releases has come. */
export interface Matching {
  id: string;
  originator: string;
  handle: string;
  agreement: string;
  terms: number;
  /** Released versions that are matched. */
  versions: number;
  /** How many there were when it began; what is released meanwhile meets the terms by itself. */
  of: number;
  /** Entitlements that were made. */
  made: number;
}

const MATCHING = `
  SELECT m.id, m.owner_id AS originator, o.handle, a.reference AS agreement, t.number AS terms,
    m.versions::int, m.released::int AS of, m.made::int
  FROM entitlement_matching m JOIN organization o ON o.id = m.owner_id
  JOIN terms_version t ON t.id = m.terms_version_id JOIN agreement a ON a.id = t.agreement_id`;

/** The statements of matching by command, on the owner's connection. */
export class MatchingStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** What is not finished, the oldest first. */
  open(): Promise<Matching[]> {
    return this.transaction.query<Matching>(
      `${MATCHING} WHERE m.finished_at IS NULL ORDER BY m.began_at, m.id`,
    );
  }

  /** Matches the next chunk. @returns how far it has come, and whether more is left */
  async next(id: string): Promise<Matching & { more: boolean }> {
    const { at } = this.transaction;
    const sql = 'SELECT app.match_on($1, $2) AS more';
    const done = await this.transaction.one<{ more: boolean }>(sql, [id, at]);
    const matching = await this.transaction.one<Matching>(`${MATCHING} WHERE m.id = $1`, [id]);
    if (!done || !matching) throw new Error('There is no such matching.');
    return { ...matching, more: done.more };
  }
}

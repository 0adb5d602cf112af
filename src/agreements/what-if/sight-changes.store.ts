import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { ChangedItem, TeamWhatIf } from './what-if.view';
import type { Supposed } from './hypothesis';
import type { Change } from './what-if.dto';

/** Which changes are wanted; without a value all are. */
export interface Wanted {
  team?: string | undefined;
  change?: Change | undefined;
}

/** How many rows of the whole list are in memory at a time. */
const CHUNK = 1000;
const BEFORE_ALL = ['', '00000000-0000-0000-0000-000000000000'];

const basis = (when: 'before' | 'after') => `
  CASE WHEN c.basis_${when} IS NOT NULL THEN jsonb_build_object('basis', c.basis_${when}, 'agreement', ${when}_a.reference,
    'terms_version', ${when}_t.number, 'clause', ${when}_g.clause) END AS ${when}`;
const citing = (when: 'before' | 'after') => `
  LEFT JOIN exchange_grant ${when}_g ON ${when}_g.id = c.grant_${when}
  LEFT JOIN terms_version ${when}_t ON ${when}_t.id = ${when}_g.terms_version_id
  LEFT JOIN agreement ${when}_a ON ${when}_a.id = ${when}_g.agreement_id`;

const CHANGED = `
  SELECT o.handle AS team, c.change, c.item_id AS item, f.reference, i.kind AS type, v.number AS version, v.tlp, v.title,
    ${basis('before')}, ${basis('after')}
  FROM app.sight_changes($1, $2, $3) c
  JOIN organization o ON o.id = c.team_id
  JOIN item i ON i.id = c.item_id
  JOIN item_version v ON v.id = c.item_version_id
  JOIN item_reference f ON f.item_id = i.id AND f.team_id = i.owner_id
  ${citing('before')} ${citing('after')}
  WHERE ($4::text IS NULL OR o.handle = $4) AND ($5::text IS NULL OR c.change = $5)
    AND (o.handle COLLATE "C", c.item_id) > ($6::text, $7::uuid)
  ORDER BY o.handle COLLATE "C", c.item_id`;

/** What teams see of the viewer's items without what is supposed and with it, compared in the database. */
@Injectable()
export class SightChangesStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** The teams to which an agreement lets the viewer's organization send, under whichever terms of it, or of what it supersedes. */
  async receivers(agreementId: string): Promise<string[]> {
    const found = await this.transaction.query<{ id: string }>(
      `SELECT DISTINCT to_id AS id FROM exchange_grant WHERE from_id = app.viewer_org()
         AND (agreement_id = $1 OR agreement_id IN (SELECT predecessor_id FROM supersession WHERE successor_id = $1))`,
      [agreementId],
    );
    return found.map(({ id }) => id);
  }

  counts({ teams, at, hypothesis }: Supposed): Promise<TeamWhatIf[]> {
    return this.transaction.query(
      `SELECT o.handle AS team, count(*) FILTER (WHERE c.change = 'gains')::int AS gains,
         count(*) FILTER (WHERE c.change = 'loses')::int AS loses,
         count(*) FILTER (WHERE c.change = 'changes_parts')::int AS changes_parts,
         count(*) FILTER (WHERE c.change = 'changes_basis')::int AS changes_basis
       FROM organization o LEFT JOIN app.sight_changes($1, $2, $3) c ON c.team_id = o.id
       WHERE o.id = ANY ($1) GROUP BY o.handle ORDER BY o.handle COLLATE "C"`,
      [teams, at, hypothesis],
    );
  }

  page(
    { teams, at, hypothesis }: Supposed,
    { team, change }: Wanted,
    after: readonly string[],
    limit: number,
  ): Promise<ChangedItem[]> {
    const place = after.length === 0 ? BEFORE_ALL : after;
    const parameters = [teams, at, hypothesis, team ?? null, change ?? null, ...place, limit];
    return this.transaction.query(`${CHANGED} LIMIT $8`, parameters);
  }

  /** All of them in order, some at a time. */
  async *each({ teams, at, hypothesis }: Supposed, { team, change }: Wanted): AsyncGenerator<ChangedItem> {
    const parameters = [teams, at, hypothesis, team ?? null, change ?? null, ...BEFORE_ALL];
    await this.transaction.query(`DECLARE sight_change NO SCROLL CURSOR FOR ${CHANGED}`, parameters);
    for (;;) {
      const found = await this.transaction.query<ChangedItem>(`FETCH ${CHUNK} FROM sight_change`);
      yield* found;
      if (found.length < CHUNK) return;
    }
  }
}

import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { ChangedItem, TeamWhatIf } from './what-if.view';
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
  SELECT o.handle AS team, c.change, c.item_id AS item, f.reference, i.kind AS type, v.number AS version, v.title,
    ${basis('before')}, ${basis('after')}
  FROM app.sight_changes($1, $2) c
  JOIN organization o ON o.id = c.team_id
  JOIN item i ON i.id = c.item_id
  JOIN item_version v ON v.id = c.item_version_id
  JOIN item_reference f ON f.item_id = i.id AND f.team_id = i.owner_id
  ${citing('before')} ${citing('after')}
  WHERE ($3::text IS NULL OR o.handle = $3) AND ($4::text IS NULL OR c.change = $4)
    AND (o.handle COLLATE "C", c.item_id) > ($5::text, $6::uuid)
  ORDER BY o.handle COLLATE "C", c.item_id`;

/** What teams see of the viewer's items, kept before a step is supposed and compared after; all in the database. */
@Injectable()
export class SightChangesStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** The teams to which an agreement lets the viewer's organization send, under whichever terms of it. */
  async receivers(agreementId: string): Promise<string[]> {
    const found = await this.transaction.query<{ id: string }>(
      'SELECT DISTINCT to_id AS id FROM exchange_grant WHERE agreement_id = $1 AND from_id = app.viewer_org()',
      [agreementId],
    );
    return found.map(({ id }) => id);
  }

  /** Keeps what the teams see at an instant, until the savepoint or the transaction ends. */
  async keep(teams: readonly string[], at: Date): Promise<void> {
    await this.transaction.query('SELECT app.keep_sight($1, $2)', [teams, at]);
  }

  counts(teams: readonly string[], at: Date): Promise<TeamWhatIf[]> {
    return this.transaction.query(
      `SELECT o.handle AS team, count(*) FILTER (WHERE c.change = 'gains')::int AS gains,
         count(*) FILTER (WHERE c.change = 'loses')::int AS loses,
         count(*) FILTER (WHERE c.change = 'changes_basis')::int AS changes_basis
       FROM organization o LEFT JOIN app.sight_changes($1, $2) c ON c.team_id = o.id
       WHERE o.id = ANY ($1) GROUP BY o.handle ORDER BY o.handle COLLATE "C"`,
      [teams, at],
    );
  }

  page(
    teams: readonly string[],
    at: Date,
    { team, change }: Wanted,
    after: readonly string[],
    limit: number,
  ): Promise<ChangedItem[]> {
    const place = after.length === 0 ? BEFORE_ALL : after;
    const parameters = [teams, at, team ?? null, change ?? null, ...place, limit];
    return this.transaction.query(`${CHANGED} LIMIT $7`, parameters);
  }

  /** All of them in order, some at a time. */
  async *each(teams: readonly string[], at: Date, { team, change }: Wanted): AsyncGenerator<ChangedItem> {
    const parameters = [teams, at, team ?? null, change ?? null, ...BEFORE_ALL];
    await this.transaction.query(`DECLARE sight_change NO SCROLL CURSOR FOR ${CHANGED}`, parameters);
    for (;;) {
      const found = await this.transaction.query<ChangedItem>(`FETCH ${CHUNK} FROM sight_change`);
      yield* found;
      if (found.length < CHUNK) return;
    }
  }
}

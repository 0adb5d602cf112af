import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { Channel, Purpose } from '../rules/vocabulary';
import type { RecordedObligation, RecordedTransformation } from './decision.view';
import type { AskedPerson, AskedTeam, AskedVersion } from './questions.store';

/** A disclosure with the decision under which it was made. */
export interface RecordedRow {
  at: Date;
  teamId: string;
  /** Of RED: to whom of the team. */
  personId: string | null;
  team: string;
  projection: string;
  basis: 'public' | 'grant' | 'none';
  agreement: string | null;
  termsVersion: number | null;
  clause: string | null;
  rulesVersion: number;
  obligations: RecordedObligation[];
  decision: {
    verdicts?: { rule: string; verdict: string }[];
    channel?: Channel | 'message' | null;
    purpose?: Purpose | null;
    transformations?: RecordedTransformation[];
  };
}

/** The past disclosures of own items. */
@Injectable()
export class RecordedDecisionStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** The last disclosure of a version to a team, or to one person of it by name, or to everybody, until an instant. */
  last(
    version: AskedVersion,
    team: AskedTeam,
    person: AskedPerson | null,
    until: Date,
  ): Promise<RecordedRow | undefined> {
    return this.transaction.one<RecordedRow>(
      `SELECT d.at, d.team_id AS "teamId", d.person_id AS "personId", o.handle AS team, d.projection, d.basis, a.reference AS agreement,
         t.number AS "termsVersion", g.clause, d.rules_version AS "rulesVersion", g.obligations, g.decision
       FROM disclosure d
       JOIN disclosure_grounds g ON g.disclosure_id = d.id
       JOIN variant_version vv ON vv.id = d.variant_version_id
       JOIN organization o ON o.id = d.team_id
       LEFT JOIN terms_version t ON t.id = g.terms_version_id
       LEFT JOIN agreement a ON a.id = t.agreement_id
       WHERE vv.item_version_id = $1 AND d.owner_id = app.viewer_org() AND d.team_id IN ($2, app.public_team()) AND d.at <= $3
         AND (d.person_id IS NULL OR d.person_id = $4)
       ORDER BY d.at DESC, d.id DESC LIMIT 1`,
      [version.id, team.id, until, person?.id ?? null],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../platform/viewer-transaction';

/** One direction between the viewer's team and another under one agreement. */
export interface FlowDirection {
  agreementId: string;
  direction: 'receive' | 'give';
  counterpartId: string;
}

/** What has become known in one direction of late. */
export interface Flow {
  /** How many versions of items became known. */
  versions: number;
  /** Whether there were more than are counted. */
  atLeast: boolean;
  since: Date;
  lastAt: Date | null;
}

const DAYS = 30;
/** Counting stops here, so that it costs the same however much flows. */
const MOST = 1000;

// What was told though nothing let it go flowed under no agreement.
const FLOWS = `
  SELECT count(f.at)::int AS versions, coalesce(sum(f.times), 0)::int AS counted, max(f.at) AS last_at
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) WITH ORDINALITY asked (agreement_id, counterpart_id, team_id, nth)
  LEFT JOIN record_log l ON l.agreement_id = asked.agreement_id AND l.kind = 'relationship'
    AND l.party_a = least(asked.counterpart_id, app.viewer_org()) AND l.party_b = greatest(asked.counterpart_id, app.viewer_org())
  LEFT JOIN LATERAL (
    SELECT max(d.at) AS at, count(*) AS times FROM (
      SELECT d.variant_version_id, d.at FROM disclosure d
      WHERE d.log_id = l.id AND d.team_id = asked.team_id AND d.at > $4 AND d.basis <> 'none' ORDER BY d.at DESC LIMIT $5) d
    GROUP BY d.variant_version_id) f ON true
  GROUP BY asked.nth ORDER BY asked.nth`;

interface FlowRow {
  versions: number;
  counted: number;
  last_at: Date | null;
}

/** How much flows between the viewer's team and others. Nothing is disclosed by asking. */
@Injectable()
export class DescribeFlows {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** What became known within thirty days, for each direction in the order asked. */
  async of(directions: readonly FlowDirection[]): Promise<Flow[]> {
    if (directions.length === 0) return [];
    const { viewer, at } = this.transaction;
    const since = new Date(at.getTime() - DAYS * 86_400_000);
    const rows = await this.transaction.prepared<FlowRow>(FLOWS, [
      directions.map(({ agreementId }) => agreementId),
      directions.map(({ counterpartId }) => counterpartId),
      directions.map(({ direction, counterpartId }) =>
        direction === 'receive' ? viewer.organizationId : counterpartId,
      ),
      since,
      MOST + 1,
    ]);
    return rows.map(({ versions, counted, last_at: lastAt }) => ({
      ...{ versions, atLeast: counted > MOST, since, lastAt },
    }));
  }
}

import { Injectable } from '@nestjs/common';
import { LATEST_MIGRATION, Readiness, SCHEMA_STATE } from '../../platform/health/readiness';
import { Jobs } from '../../platform/jobs/jobs';
import { QUEUE_NAMES } from '../../platform/jobs/queues';
import { VERSION } from '../../platform/version';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { CountsView, HealthReportView } from './health-report.dto';

const COUNTS = `
  WITH here AS (
    SELECT a.id FROM account a WHERE a.organization_id = app.viewer_org()
      AND EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = a.id)
      AND NOT EXISTS (SELECT 1 FROM account_departure d WHERE d.account_id = a.id)
  ), good AS (
    SELECT least(k.expires_at, o.ends_at) AS ends_at FROM api_key k LEFT JOIN api_key_rotation o ON o.api_key_id = k.id
    WHERE k.organization_id = app.viewer_org() AND least(k.expires_at, o.ends_at) > app.at()
      AND NOT EXISTS (SELECT 1 FROM api_key_revocation r WHERE r.api_key_id = k.id)
  )
  SELECT (SELECT count(*)::int FROM here) AS people,
    (SELECT count(*)::int FROM here WHERE NOT EXISTS (SELECT 1 FROM app.second_factor(here.id)))
      AS without_second_factor,
    (SELECT count(*)::int FROM invitation i WHERE i.organization_id = app.viewer_org() AND i.expires_at > app.at()
      AND NOT EXISTS (SELECT 1 FROM invitation_end e WHERE e.invitation_id = i.id)) AS invitations,
    (SELECT count(*)::int FROM good) AS api_keys,
    (SELECT count(*)::int FROM good WHERE ends_at <= app.at() + interval '30 days') AS api_keys_ending`;

@Injectable()
export class ReportHealth {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly readiness: Readiness,
    private readonly jobs: Jobs,
  ) {}

  /** How the installation does, for an administrator: queues and clocks are everybody's, counts her organization's. */
  async run(): Promise<HealthReportView> {
    const at = this.transaction.at.toISOString();
    const [schema, counts] = [await this.schema(), await this.transaction.one<CountsView>(COUNTS)];
    return {
      at,
      version: VERSION,
      state: await this.readiness.state(),
      migrations: { latest: LATEST_MIGRATION, applied: schema.applied },
      clock: { application: at, database: schema.now.toISOString(), behind: schema.behind },
      jobs: await this.jobsByQueue(),
      counts: counts!,
    };
  }

  private async schema(): Promise<{ applied: boolean; behind: boolean; now: Date }> {
    type Row = { applied: boolean; behind: boolean; now: Date };
    return (await this.transaction.one<Row>(...SCHEMA_STATE))!;
  }

  private async jobsByQueue(): Promise<HealthReportView['jobs']> {
    const found = new Map((await this.jobs.runs()).map((run) => [run.queue, run]));
    return QUEUE_NAMES.map((queue) => {
      const run = found.get(queue);
      return {
        queue,
        last_done_at: run?.last_done_at?.toISOString() ?? null,
        last_failed_at: run?.last_failed_at?.toISOString() ?? null,
        waiting: run?.waiting ?? 0,
        running: run?.running ?? 0,
        failed: run?.failed ?? 0,
      };
    });
  }
}

import type { components } from '../../../docs/openapi';
import { Page } from '../frame/page';
import { Table } from '../frame/table';
import { Instant } from '../frame/time';
import type { Screen } from '../screen/screen';
import { AdministrationPlaces } from './places';

interface HealthProps {
  screen: Screen;
  report: components['schemas']['HealthReportView'];
}

const COUNTS = ['people', 'without_second_factor', 'invitations', 'api_keys', 'api_keys_ending'] as const;
const STATES = { ready: 'ready', 'not ready': 'notReady', 'clock behind': 'clockBehind' } as const;

function Jobs({ screen, report }: HealthProps) {
  const { t } = screen;
  const at = (instant: string | null) =>
    instant ? <Instant screen={screen} at={instant} /> : t('health.notWithinADay');
  return (
    <Table
      screen={screen}
      caption={t('health.jobs')}
      rows={report.jobs}
      columns={[
        { name: t('health.job'), cell: ({ queue }) => t(`health.${queue}`) },
        { name: t('health.lastDone'), cell: ({ last_done_at: done }) => at(done) },
        { name: t('health.lastFailed'), cell: ({ last_failed_at: failed }) => at(failed) },
        {
          name: t('health.queue'),
          cell: ({ waiting, running, failed }) => t('health.waiting', { waiting, running, failed }),
        },
      ]}
    />
  );
}

/** The part of the page that renews itself. */
export function HealthReport({ screen, report }: HealthProps) {
  const { t } = screen;
  const { state, migrations, clock, counts, at } = report;
  return (
    <div id="health-report" hx-get="/portal/administration/health" hx-trigger="every 30s" hx-swap="outerHTML">
      <p class={`alert ${state === 'ready' ? 'alert-success' : 'alert-danger'}`}>
        {t(`health.${STATES[state]}`)}
      </p>
      <dl class="plain-facts">
        <dt>{t('health.version')}</dt>
        <dd>
          <bdi dir="ltr">{report.version}</bdi>
        </dd>
        <dt>{t('health.migrations')}</dt>
        <dd>
          {t(migrations.applied ? 'health.applied' : 'health.notApplied')}{' '}
          <code dir="ltr">{migrations.latest}</code>
        </dd>
        <dt>{t('health.clock')}</dt>
        <dd>
          <Instant screen={screen} at={clock.application} />
        </dd>
        <dt>{t('health.databaseClock')}</dt>
        <dd>
          <Instant screen={screen} at={clock.database} />
        </dd>
      </dl>
      <h2>{t('health.jobs')}</h2>
      <Jobs screen={screen} report={report} />
      <h2>{t('health.counts')}</h2>
      <dl class="plain-facts">
        {COUNTS.map((name) => (
          <>
            <dt>{t(`health.${name}`)}</dt>
            <dd>{counts[name]}</dd>
          </>
        ))}
      </dl>
      <p class="text-secondary">
        {t('health.asOf')} <Instant screen={screen} at={at} />
      </p>
    </div>
  );
}

export function HealthPage({ screen, report }: HealthProps) {
  return (
    <Page screen={screen} title={screen.t('administration.health')}>
      <AdministrationPlaces screen={screen} />
      <HealthReport screen={screen} report={report} />
    </Page>
  );
}

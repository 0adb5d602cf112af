import type { components } from '../../../docs/openapi';
import { Select } from '../frame/choices';
import { Page } from '../frame/page';
import { addressWith, Pager, Table } from '../frame/table';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import { hasRole, type Screen, standingOf } from '../screen/screen';
import { ACTIVITIES, type Activity, COLOURS, KINDS } from './activity';
import { YearStrip } from './year-strip';

export interface ListProps {
  screen: Screen;
  found: components['schemas']['ActivityPage'];
  year: number;
  agreement: string | undefined;
  kind: string | undefined;
}

export function StateBadge({ screen, state }: { screen: Screen; state: Activity['state'] }) {
  return <span class={`badge bg-${COLOURS[state]}-lt`}>{screen.t(`activities.state_${state}`)}</span>;
}

function Filters({ screen, year, agreement, kind }: Omit<ListProps, 'found'>) {
  const { t } = screen;
  const references = (standingOf(screen).agreements ?? []).map(({ reference }) => reference);
  return (
    <form method="get" action={ACTIVITIES} class="filters">
      <input type="hidden" name="year" value={String(year)} />
      <Select
        {...{ screen, name: 'agreement', label: t('activities.agreement'), none: t('activities.any') }}
        choices={references.map((reference) => ({ value: reference, name: reference }))}
        chosen={agreement}
      />
      <Select
        {...{ screen, name: 'kind', label: t('activities.kind'), none: t('activities.any') }}
        choices={KINDS.map((one) => ({ value: one, name: t(`activities.kind_${one}`) }))}
        chosen={kind}
      />
      <button class="btn">{t('activities.filter')}</button>
    </form>
  );
}

/** What the parties of agreements do together, year by year. */
export function ActivitiesPage(props: ListProps) {
  const { screen, found, year, agreement } = props;
  const { t } = screen;
  const to = (other: number) => addressWith(screen, { year: String(other), cursor: undefined });
  const plan = agreement
    ? `${ACTIVITIES}/plan?agreement=${encodeURIComponent(agreement)}`
    : `${ACTIVITIES}/plan`;
  const actions = (
    <>
      {hasRole(screen, 'liaison') && (
        <a class="btn btn-primary" href={plan}>
          {t('activities.plan')}
        </a>
      )}
      <button type="button" class="btn" data-print>
        {t('frame.print')}
      </button>
    </>
  );
  return (
    <Page screen={screen} title={t('activities.title')} actions={actions}>
      <p class="text-secondary">{t('activities.help')}</p>
      <Filters {...props} />
      <nav class="periods" aria-label={t('activities.year')}>
        <a class="btn btn-sm" href={to(year - 1)}>
          <bdi>{year - 1}</bdi>
        </a>
        <strong>
          <bdi>{year}</bdi>
        </strong>
        <a class="btn btn-sm" href={to(year + 1)}>
          <bdi>{year + 1}</bdi>
        </a>
      </nav>
      <YearStrip {...{ screen, year, activities: found.items }} />
      <Table
        screen={screen}
        caption={t('activities.title')}
        empty={t('activities.none')}
        rows={found.items}
        columns={[
          {
            name: t('activities.one'),
            cell: ({ id, title, kind }) => (
              <>
                <a href={`${ACTIVITIES}/${id}`}>
                  <UserText text={title} />
                </a>
                <div class="text-secondary">{t(`activities.kind_${kind}`)}</div>
              </>
            ),
          },
          { name: t('activities.begins'), cell: ({ starts_at: at }) => <Instant screen={screen} at={at} /> },
          { name: t('activities.place'), cell: ({ place }) => place && <UserText text={place} /> },
          {
            name: t('activities.agreement'),
            cell: ({ agreement: reference }) => (
              <a href={`/portal/agreements/${reference}`} dir="ltr">
                {reference}
              </a>
            ),
          },
          { name: t('activities.state'), cell: ({ state }) => <StateBadge {...{ screen, state }} /> },
        ]}
      />
      <Pager screen={screen} next={found.next} />
    </Page>
  );
}

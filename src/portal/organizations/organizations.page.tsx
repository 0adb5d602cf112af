import type { components } from '../../../docs/openapi';
import { Page } from '../frame/page';
import { Pager, Table } from '../frame/table';
import { UserText } from '../frame/user-text';
import type { Screen } from '../screen/screen';
import { addressOf, isOwn } from './organization';

const KINDS = [
  'national-cert',
  'sectoral-cert',
  'ministry',
  'international-body',
] as const satisfies readonly components['schemas']['OrganizationView']['kind'][];

/** The rows of a list of organizations. */
export function OrganizationRows({
  screen,
  rows,
  caption,
  empty,
}: {
  screen: Screen;
  rows: readonly components['schemas']['OrganizationView'][];
  caption: string;
  empty?: string;
}) {
  const { t } = screen;
  return (
    <Table
      screen={screen}
      caption={caption}
      rows={rows}
      {...(empty === undefined ? {} : { empty })}
      columns={[
        {
          name: t('organizations.name'),
          cell: ({ handle, name }) => (
            <>
              <a href={addressOf(handle)}>
                <UserText text={name} />
              </a>
              {isOwn(screen, handle) && <small class="text-secondary"> ({t('organizations.yours')})</small>}
            </>
          ),
        },
        { name: t('organizations.kind'), cell: ({ kind }) => t(`organizations.kind_${kind}`) },
        { name: t('organizations.country'), cell: ({ country }) => country ?? '—' },
        {
          name: t('organizations.parent'),
          cell: ({ parent }) => (parent ? <a href={addressOf(parent)}>{parent}</a> : '—'),
        },
      ]}
    />
  );
}

export function OrganizationsPage({
  screen,
  page,
}: {
  screen: Screen;
  page: components['schemas']['OrganizationPage'];
}) {
  const { t, query } = screen;
  return (
    <Page screen={screen} title={t('organizations.title')}>
      <p class="text-secondary">{t('organizations.help')}</p>
      <form method="get" action="/portal/organizations" class="filters">
        <label>
          {t('organizations.kind')}
          <select name="kind" class="form-select">
            <option value="">{t('frame.all')}</option>
            {KINDS.map((kind) => (
              <option value={kind} selected={query.kind === kind}>
                {t(`organizations.kind_${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <button class="btn">{t('frame.apply')}</button>
        {query.kind && (
          <a class="btn" href="/portal/organizations">
            {t('frame.clearFilters')}
          </a>
        )}
      </form>
      <OrganizationRows screen={screen} rows={page.items} caption={t('organizations.title')} />
      <Pager screen={screen} next={page.next} />
    </Page>
  );
}

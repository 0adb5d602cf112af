import type { components } from '../../../../docs/openapi';
import { Page } from '../../frame/page';
import { Pager, Table } from '../../frame/table';
import { Instant } from '../../frame/time';
import { UserText } from '../../frame/user-text';
import { hasRole, type Screen } from '../../screen/screen';
import { AdministrationPlaces } from '../places';
import { rolesInWords } from '../role-boxes';

type Accounts = components['schemas']['AccountPage'];

export function PeoplePage({ screen, page }: { screen: Screen; page: Accounts }) {
  const { t } = screen;
  return (
    <Page
      screen={screen}
      title={t('administration.people')}
      actions={
        hasRole(screen, 'administrator') && (
          <>
            <a class="btn btn-primary" href="/portal/administration/invite">
              {t('administration.invite')}
            </a>
            <a class="btn" href="/portal/administration/create">
              {t('administration.create')}
            </a>
          </>
        )
      }
    >
      <AdministrationPlaces screen={screen} />
      <Table
        screen={screen}
        caption={t('administration.people')}
        rows={page.items}
        columns={[
          {
            name: t('account.name'),
            cell: ({ id, name }) => (
              <a href={`/portal/administration/people/${id}`}>
                <UserText text={name} />
              </a>
            ),
          },
          { name: t('account.email'), cell: ({ email }) => <span dir="ltr">{email}</span> },
          { name: t('account.roles'), cell: ({ roles }) => rolesInWords(screen, roles) },
          {
            name: t('account.secondFactor'),
            cell: ({ second_factor_since: since }) =>
              since ? <Instant screen={screen} at={since} /> : t('account.none'),
          },
          {
            name: t('administration.state'),
            cell: ({ departed_at: at }) =>
              at ? (
                <>
                  {t('administration.left')} <Instant screen={screen} at={at} />
                </>
              ) : (
                t('administration.here')
              ),
          },
        ]}
      />
      <Pager screen={screen} next={page.next} />
    </Page>
  );
}

import type { components } from '../../../../docs/openapi';
import { Page } from '../../frame/page';
import { Pager, Table } from '../../frame/table';
import { Instant } from '../../frame/time';
import { UserText } from '../../frame/user-text';
import { hasRole, type Screen } from '../../screen/screen';
import { AdministrationPlaces } from '../places';
import { KeyState, scopesInWords } from './key-state';

type Keys = components['schemas']['ApiKeyPage'];

export function KeysPage({ screen, page }: { screen: Screen; page: Keys }) {
  const { t } = screen;
  return (
    <Page
      screen={screen}
      title={t('administration.keys')}
      actions={
        hasRole(screen, 'administrator') && (
          <a class="btn btn-primary" href="/portal/administration/keys/new">
            {t('administration.issueKey')}
          </a>
        )
      }
    >
      <AdministrationPlaces screen={screen} />
      <Table
        screen={screen}
        caption={t('administration.keys')}
        rows={page.items}
        empty={t('administration.noKeys')}
        columns={[
          {
            name: t('administration.system'),
            cell: ({ id, name, prefix }) => (
              <>
                <a href={`/portal/administration/keys/${id}`}>
                  <UserText text={name} />
                </a>{' '}
                <code dir="ltr">{prefix}</code>
              </>
            ),
          },
          { name: t('administration.scopes'), cell: ({ scopes }) => scopesInWords(screen, scopes) },
          { name: t('administration.state'), cell: (key) => <KeyState screen={screen} apiKey={key} /> },
          {
            name: t('account.lastUsed'),
            cell: ({ last_used_at: at }) =>
              at ? <Instant screen={screen} at={at} /> : t('administration.never'),
          },
        ]}
      />
      <Pager screen={screen} next={page.next} />
    </Page>
  );
}

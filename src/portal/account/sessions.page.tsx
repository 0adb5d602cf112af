import type { components } from '../../../docs/openapi';
import { ActForm } from '../frame/field';
import { Page } from '../frame/page';
import { Pager, Table } from '../frame/table';
import { Instant } from '../frame/time';
import type { Screen } from '../screen/screen';

type Session = components['schemas']['SessionView'];
type SessionPage = components['schemas']['SessionPage'];

function EndButton({ screen, session }: { screen: Screen; session: Session }) {
  return (
    <ActForm screen={screen} action={`/portal/account/sessions/${session.id}/end`}>
      {session.current && <input type="hidden" name="current" value="yes" />}
      <button class="btn btn-sm">{screen.t(session.current ? 'frame.signOut' : 'account.endSession')}</button>
    </ActForm>
  );
}

export function SessionsPage({ screen, page }: { screen: Screen; page: SessionPage }) {
  const { t } = screen;
  return (
    <Page screen={screen} title={t('account.sessions')}>
      <p>{t('account.sessionsWhat')}</p>
      <Table
        screen={screen}
        caption={t('account.sessions')}
        rows={page.items}
        columns={[
          {
            name: t('account.where'),
            cell: ({ kind, current }) => (
              <>
                {t(kind === 'browser' ? 'account.browser' : 'account.program')}{' '}
                {current && <strong class="badge bg-blue-lt">{t('account.thisOne')}</strong>}
              </>
            ),
          },
          { name: t('account.begun'), cell: ({ started_at: at }) => <Instant screen={screen} at={at} /> },
          {
            name: t('account.lastUsed'),
            cell: ({ last_used_at: at }) => (at ? <Instant screen={screen} at={at} /> : t('account.unknown')),
          },
          {
            name: t('account.network'),
            cell: ({ network }) => (network ? <span dir="ltr">{network}</span> : t('account.unknown')),
          },
          { name: t('account.endIt'), cell: (session) => <EndButton screen={screen} session={session} /> },
        ]}
      />
      <Pager screen={screen} next={page.next} />
      <h2>{t('account.everywhere')}</h2>
      <p>{t('account.everywhereWhat')}</p>
      <ActForm screen={screen} action="/portal/account/sessions/everywhere">
        <button class="btn btn-danger">{t('account.everywhere')}</button>
      </ActForm>
    </Page>
  );
}

import { addressWith, Pager, Table } from '../frame/table';
import { Page } from '../frame/page';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import { hasRole, type Screen } from '../screen/screen';
import type { components } from '../../../docs/openapi';
import { ResponseDue } from './response';

type RequestPage = components['schemas']['RequestPage'];

/** What teams ask each other for, received or sent. */
export function RequestsPage({
  screen,
  found,
  direction,
}: {
  screen: Screen;
  found: RequestPage;
  direction: 'received' | 'sent';
}) {
  const { t } = screen;
  return (
    <Page
      screen={screen}
      title={t('requests.title')}
      actions={
        hasRole(screen, 'analyst', 'liaison', 'duty-officer') && (
          <a class="btn" href="/portal/requests/new">
            {t('requests.file')}
          </a>
        )
      }
    >
      <ul class="places lists">
        {(['received', 'sent'] as const).map((one) => (
          <li>
            <a
              aria-current={one === direction ? 'page' : undefined}
              href={addressWith(screen, { direction: one, cursor: undefined })}
            >
              {t(`requests.${one}`)}
            </a>
          </li>
        ))}
        <li>
          <a href="/portal/consents">{t('consents.title')}</a>
        </li>
      </ul>
      <Table
        screen={screen}
        caption={t(`requests.${direction}`)}
        empty={t(`requests.none_${direction}`)}
        rows={found.items}
        columns={[
          {
            name: t('requests.subject'),
            cell: ({ id, subject }) => (
              <a href={`/portal/requests/${id}`}>
                <UserText text={subject} />
              </a>
            ),
          },
          {
            name: t(direction === 'received' ? 'requests.from' : 'requests.to'),
            cell: ({ from, to }) => (direction === 'received' ? from : to),
          },
          {
            name: t('requests.answerDue'),
            cell: ({ response }) => <ResponseDue {...{ screen, response }} />,
          },
          { name: t('requests.state'), cell: ({ state }) => t(`requests.state_${state}`) },
          {
            name: t('requests.until'),
            cell: ({ open_until }) => <Instant screen={screen} at={open_until} />,
          },
        ]}
      />
      <Pager screen={screen} next={found.next} />
    </Page>
  );
}

import type { components } from '../../../docs/openapi';
import { Page } from '../frame/page';
import { addressWith, Pager, Table } from '../frame/table';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import { hasRole, type Screen } from '../screen/screen';
import { pathOfRequest, toWhom } from './consent-request';

/** Who asks for consent, received or sent. */
export function ConsentRequestsPage({
  screen,
  found,
  direction,
}: {
  screen: Screen;
  found: components['schemas']['ConsentRequestPage'];
  direction: 'received' | 'sent';
}) {
  const { t } = screen;
  return (
    <Page
      screen={screen}
      title={t('consents.title')}
      labels={found.items.map(({ item }) => item.tlp)}
      actions={
        hasRole(screen, 'analyst', 'liaison', 'releaser') && (
          <a class="btn" href="/portal/consents/new">
            {t('consents.newTitle')}
          </a>
        )
      }
    >
      <p class="text-secondary">{t('consents.about')}</p>
      <ul class="places lists">
        {(['received', 'sent'] as const).map((one) => (
          <li>
            <a
              aria-current={one === direction ? 'page' : undefined}
              href={addressWith(screen, { direction: one, cursor: undefined })}
            >
              {t(`consents.${one}`)}
            </a>
          </li>
        ))}
        <li>
          <a href="/portal/requests">{t('consents.information')}</a>
        </li>
      </ul>
      <Table
        screen={screen}
        caption={t(`consents.${direction}`)}
        empty={t(`consents.none_${direction}`)}
        rows={found.items}
        columns={[
          {
            name: t('consents.item'),
            cell: ({ id, item }) => (
              <a href={pathOfRequest(id)}>
                <code dir="ltr">{item.reference}</code> {item.title && <UserText text={item.title} />}
              </a>
            ),
          },
          {
            name: t(direction === 'received' ? 'consents.from' : 'consents.to'),
            cell: ({ from, to }) => <bdi>{direction === 'received' ? from : to}</bdi>,
          },
          {
            name: t('consents.scope'),
            cell: (one) => <UserText text={toWhom(screen, one, one.teams_in_words)} />,
          },
          { name: t('consents.state'), cell: ({ state }) => t(`consents.state_${state}`) },
          {
            name: t('consents.answerBy'),
            cell: ({ answer_by }) => <Instant screen={screen} at={answer_by} />,
          },
        ]}
      />
      <Pager screen={screen} next={found.next} />
    </Page>
  );
}

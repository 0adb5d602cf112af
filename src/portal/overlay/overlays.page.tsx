import type { components } from '../../../docs/openapi';
import { Page } from '../frame/page';
import { Pager, Table } from '../frame/table';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import { hasRole, type Screen } from '../screen/screen';

/** The versions of the national overlay, the newest first. */
export function OverlaysPage({
  screen,
  found,
}: {
  screen: Screen;
  found: components['schemas']['OverlayPage'];
}) {
  const { t } = screen;
  return (
    <Page
      screen={screen}
      title={t('overlay.title')}
      actions={
        hasRole(screen, 'liaison') && (
          <a class="btn btn-primary" href="/portal/overlay/new">
            {t('overlay.draft')}
          </a>
        )
      }
    >
      <p class="text-secondary">{t('overlay.about')}</p>
      <Table
        screen={screen}
        caption={t('overlay.title')}
        empty={t('overlay.none')}
        rows={found.items}
        columns={[
          {
            name: t('overlay.number'),
            cell: ({ number }) => <a href={`/portal/overlay/${number}`}>{number}</a>,
          },
          { name: t('overlay.law'), cell: ({ law }) => <UserText text={law} /> },
          { name: t('overlay.state'), cell: ({ state }) => t(`overlay.state_${state}`) },
          {
            name: t('overlay.from'),
            cell: ({ counts_from }) => counts_from && <Instant screen={screen} at={counts_from} />,
          },
          {
            name: t('overlay.until'),
            cell: ({ counts_until }) => counts_until && <Instant screen={screen} at={counts_until} />,
          },
        ]}
      />
      <Pager screen={screen} next={found.next} />
    </Page>
  );
}

import type { components } from '../../../docs/openapi';
import { pathOfItem } from '../frame/item-path';
import { Page } from '../frame/page';
import { addressWith, Pager, Table } from '../frame/table';
import { Instant } from '../frame/time';
import type { Screen } from '../screen/screen';

/** What has arrived, as others say of what was shared with them, or as the own team has said. */
export function AcknowledgementsPage({
  screen,
  found,
  side,
}: {
  screen: Screen;
  found: components['schemas']['AcknowledgementPage'];
  side: 'received' | 'made';
}) {
  const { t } = screen;
  return (
    <Page screen={screen} title={t('acknowledged.title')}>
      <ul class="places lists">
        {(['received', 'made'] as const).map((one) => (
          <li>
            <a
              aria-current={one === side ? 'page' : undefined}
              href={addressWith(screen, { side: one, cursor: undefined })}
            >
              {t(`acknowledged.${one}`)}
            </a>
          </li>
        ))}
      </ul>
      <Table
        screen={screen}
        caption={t(`acknowledged.${side}`)}
        empty={t(`acknowledged.none_${side}`)}
        rows={found.items}
        columns={[
          { name: t('acknowledged.at'), cell: ({ at }) => <Instant screen={screen} at={at} /> },
          {
            name: t(side === 'received' ? 'acknowledged.team' : 'acknowledged.owner'),
            cell: ({ team, owner }) => <bdi>{side === 'received' ? team : owner}</bdi>,
          },
          {
            name: t('acknowledged.item'),
            cell: ({ item, reference, type }) => (
              <a href={pathOfItem(type, item)}>
                <code dir="ltr">{reference}</code>
              </a>
            ),
          },
          { name: t('acknowledged.version'), cell: ({ version }) => version },
        ]}
      />
      <Pager screen={screen} next={found.next} />
    </Page>
  );
}

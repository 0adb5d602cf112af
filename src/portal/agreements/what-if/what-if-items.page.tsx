import type { components } from '../../../../docs/openapi';
import { pathOfItem } from '../../frame/item-path';
import { Page } from '../../frame/page';
import { Pager, Table } from '../../frame/table';
import { TlpLabel } from '../../frame/tlp';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import { addressOf } from '../agreement';
import { withQuery } from './asked';

type Schemas = components['schemas'];

/** On what a team sees an item: the agreement and its clause, or that it is public. */
function Basis({ screen, basis }: { screen: Screen; basis: Schemas['BasisName'] | null }) {
  if (basis === null) return <>—</>;
  if (basis.basis !== 'grant') return <>{screen.t(`steps.basis_${basis.basis}`)}</>;
  return (
    <>
      {basis.agreement && (
        <a href={addressOf(basis.agreement)} dir="ltr">
          {basis.agreement}
        </a>
      )}{' '}
      {basis.clause && <UserText text={basis.clause} />}
    </>
  );
}

/** The items behind the numbers, page by page. */
export function WhatIfItemsPage({
  screen,
  page,
  nameOf,
}: {
  screen: Screen;
  page: Schemas['WhatIfPage'];
  nameOf: (handle: string) => string;
}) {
  const { t, query } = screen;
  const { team: _team, change: _change, cursor: _cursor, ...asked } = query;
  return (
    <Page
      screen={screen}
      title={t('steps.items')}
      labels={page.items.map(({ tlp }) => tlp)}
      actions={
        <>
          <a class="btn" href={withQuery('/portal/agreements/what-if', asked)}>
            {t('steps.whatIf')}
          </a>
          <a
            class="btn"
            href={withQuery('/portal/agreements/what-if/csv', { ...query, cursor: undefined })}
            download
          >
            {t('steps.csv')}
          </a>
        </>
      }
    >
      <Table
        screen={screen}
        caption={t('steps.items')}
        rows={page.items}
        empty={t('steps.noChanges')}
        columns={[
          {
            name: t('steps.team'),
            cell: ({ team }) => <UserText text={team === 'public' ? t('steps.everybody') : nameOf(team)} />,
          },
          { name: t('steps.change'), cell: ({ change }) => t(`steps.change_${change}`) },
          {
            name: t('steps.item'),
            cell: ({ type, item, reference, title, tlp }) => (
              <>
                <TlpLabel label={tlp} />{' '}
                <a href={pathOfItem(type, item)} dir="ltr">
                  {reference}
                </a>{' '}
                <span class="text-secondary">{t(`steps.${type}`)}</span>
                <div>
                  <UserText text={title} />
                </div>
              </>
            ),
          },
          { name: t('steps.before'), cell: ({ before }) => <Basis screen={screen} basis={before} /> },
          { name: t('steps.after'), cell: ({ after }) => <Basis screen={screen} basis={after} /> },
        ]}
      />
      <Pager screen={screen} next={page.next} />
    </Page>
  );
}

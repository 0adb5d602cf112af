import { Page } from '../frame/page';
import { addressWith, type Column, Pager, Table } from '../frame/table';
import { Instant } from '../frame/time';
import { TlpLabel } from '../frame/tlp';
import { UserText } from '../frame/user-text';
import type { Screen } from '../screen/screen';
import { TellingState } from './state';
import { type ExceptionPage, mayTell, pathOfTelling, type TellingPage } from './telling';

const KINDS = ['told_unauthorised', 'told_late', 'released_alone', 'review_overdue'] as const;

/** The lists of what was told, and of what stands out. */
function Lists({ screen, at }: { screen: Screen; at: 'all' | 'exceptions' }) {
  const { t } = screen;
  return (
    <ul class="places lists">
      <li>
        <a aria-current={at === 'all' ? 'page' : undefined} href="/portal/tellings">
          {t('tellings.list')}
        </a>
      </li>
      <li>
        <a aria-current={at === 'exceptions' ? 'page' : undefined} href="/portal/tellings/exceptions">
          {t('tellings.exceptions')}
        </a>
      </li>
    </ul>
  );
}

const Tell = ({ screen }: { screen: Screen }) =>
  mayTell(screen) ? (
    <a class="btn btn-primary" href="/portal/tellings/new">
      {screen.t('tellings.tell')}
    </a>
  ) : null;

interface Row {
  id: string;
  what: string;
  tlp: string | null;
  team: string | null;
  recorded_at: string;
}

const columns = <One extends Row>(
  screen: Screen,
  time: (row: One) => string,
  pathOf: (row: One) => string = ({ id }) => pathOfTelling(id),
): Column<One>[] => [
  {
    name: screen.t('tellings.what'),
    cell: (row) => (
      <>
        {row.tlp && <TlpLabel label={row.tlp} />}{' '}
        <a href={pathOf(row)}>
          <UserText text={row.what} />
        </a>
      </>
    ),
  },
  {
    name: screen.t('tellings.to'),
    cell: ({ team }) => team && <a href={`/portal/organizations/${team}`}>{team}</a>,
  },
  { name: screen.t('tellings.when'), cell: (row) => <Instant screen={screen} at={time(row)} /> },
];

export function TellingsPage({ screen, found }: { screen: Screen; found: TellingPage }) {
  const { t } = screen;
  return (
    <Page
      screen={screen}
      title={t('tellings.list')}
      labels={found.items.map(({ tlp }) => tlp)}
      actions={<Tell screen={screen} />}
    >
      <Lists screen={screen} at="all" />
      <Table
        {...{ screen, caption: t('tellings.list'), empty: t('tellings.none'), rows: found.items }}
        columns={[
          ...columns<TellingPage['items'][number]>(screen, ({ told_at }) => told_at),
          { name: t('tellings.how'), cell: ({ how }) => t(`tellings.how_${how}`) },
          {
            name: t('tellings.state'),
            cell: (row) => (
              <TellingState screen={screen} of={{ ...row, corrected: row.corrections.length > 0 }} />
            ),
          },
        ]}
      />
      <Pager screen={screen} next={found.next} />
    </Page>
  );
}

export function ExceptionsPage({ screen, found }: { screen: Screen; found: ExceptionPage }) {
  const { t, query } = screen;
  return (
    <Page
      screen={screen}
      title={t('tellings.exceptions')}
      labels={found.items.map(({ tlp }) => tlp)}
      actions={<Tell screen={screen} />}
    >
      <Lists screen={screen} at="exceptions" />
      <p>{t('tellings.exceptionsHelp')}</p>
      <ul class="places lists">
        {[undefined, ...KINDS].map((kind) => (
          <li>
            <a
              aria-current={query.kind === kind ? 'page' : undefined}
              href={addressWith(screen, { kind, cursor: undefined })}
            >
              {kind ? t(`tellings.kind_${kind}`) : t('tellings.allKinds')}
            </a>
          </li>
        ))}
      </ul>
      <Table
        {...{
          screen,
          caption: t('tellings.exceptions'),
          empty: t('tellings.noExceptions'),
          rows: found.items,
        }}
        columns={[
          ...columns<ExceptionPage['items'][number]>(
            screen,
            ({ happened_at }) => happened_at,
            ({ id, kinds }) =>
              kinds.includes('released_alone') ? `/portal/emergencies/${id}` : pathOfTelling(id),
          ),
          { name: t('tellings.who'), cell: ({ by }) => <UserText text={by} /> },
          {
            name: t('tellings.kind'),
            cell: ({ kinds, corrected }) => (
              <>
                {kinds.map((kind) => (
                  <strong class="badge bg-red-lt">{t(`tellings.kind_${kind}`)}</strong>
                ))}{' '}
                {corrected && <span class="badge bg-secondary-lt">{t('tellings.stateCorrected')}</span>}
              </>
            ),
          },
        ]}
      />
      <Pager screen={screen} next={found.next} />
    </Page>
  );
}

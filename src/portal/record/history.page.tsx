import type { Choice } from '../frame/choices';
import type { OrganizationChoices } from '../frame/organizations';
import { Page } from '../frame/page';
import { Table } from '../frame/table';
import { Instant } from '../frame/time';
import { TlpLabel } from '../frame/tlp';
import { UserText } from '../frame/user-text';
import { Comma } from '../frame/listed';
import type { Screen } from '../screen/screen';
import { LogName, Timeline } from './entry';
import type { Entry, Found } from './logs';
import { ItemForm, PartnerForm } from './record.page';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
const labelOf = ({ shared }: Entry): string | undefined => text(shared?.tlp);

const PrintButton = ({ screen }: { screen: Screen }) => (
  <button type="button" class="btn" data-print>
    {screen.t('frame.print')}
  </button>
);

/** That a log was not looked through to its beginning, and where to go on. */
function NotAll({ screen, found, further }: { screen: Screen; found: readonly Found[]; further: string }) {
  const { t } = screen;
  return (
    <>
      {found.map(
        ({ log, lookedBackTo }) =>
          lookedBackTo !== null && (
            <p class="alert alert-warning">
              <LogName screen={screen} log={log} />:{' '}
              {t('record.lookedBack', { at: lookedBackTo.slice(0, 16).replace('T', ' ') + ' UTC' })}{' '}
              <a href={`/portal/record/logs/${log.id}?${further}`}>{t('record.older')}</a>
            </p>
          ),
      )}
    </>
  );
}

/** All entries about one item, the oldest first. */
export function ItemLifePage({
  screen,
  item,
  found,
  people,
}: {
  screen: Screen;
  item: string | undefined;
  found: readonly Found[];
  people: readonly Choice[];
}) {
  const { t } = screen;
  const entries = found
    .flatMap(({ log, entries: own }) => own.map((entry) => ({ ...entry, log })))
    .toReversed()
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return (
    <Page
      screen={screen}
      title={t('record.lifeOfItem')}
      labels={entries.map(labelOf)}
      actions={<PrintButton screen={screen} />}
    >
      <p>
        <a href="/portal/record">{t('record.title')}</a>
      </p>
      {entries.length > 0 ? (
        <Timeline {...{ screen, entries, people }} />
      ) : (
        screen.query.item && <p class="empty-list">{t('record.nothingOfItem')}</p>
      )}
      <NotAll {...{ screen, found, further: new URLSearchParams({ item: item ?? '' }).toString() }} />
      <section class="no-print">
        <ItemForm screen={screen} />
      </section>
    </Page>
  );
}

/** Everything that was disclosed to one team. */
export function PartnerPage({
  screen,
  team,
  found,
  organizations,
}: {
  screen: Screen;
  team: string;
  found: readonly Found[];
  organizations: OrganizationChoices;
}) {
  const { t } = screen;
  const some = found.filter(({ entries }) => entries.length > 0);
  return (
    <Page
      screen={screen}
      title={t('record.partnerView')}
      labels={found.flatMap(({ entries }) => entries.map(labelOf))}
      actions={<PrintButton screen={screen} />}
    >
      <p>
        <a href="/portal/record">{t('record.title')}</a>
        {team && (
          <>
            {' · '}
            <code dir="ltr">{team}</code>
          </>
        )}
      </p>
      {team && some.length === 0 && <p class="empty-list">{t('record.nothingOfPartner')}</p>}
      {some.map(({ log, entries }) => (
        <section>
          <h2>
            <LogName screen={screen} log={log} />
          </h2>
          <Table
            screen={screen}
            caption={t('record.partnerView')}
            rows={entries}
            columns={[
              { name: t('record.when'), cell: ({ at }) => <Instant screen={screen} at={at} /> },
              {
                name: t('record.item'),
                cell: (entry) => (
                  <>
                    {labelOf(entry) && <TlpLabel label={labelOf(entry)!} />}{' '}
                    {text(entry.content?.title) && <UserText text={text(entry.content?.title)!} />}{' '}
                    <a href={`/portal/record/item?item=${text(entry.shared?.item) ?? ''}`}>
                      <code dir="ltr">{text(entry.shared?.item)}</code>
                    </a>
                  </>
                ),
              },
              { name: t('record.version'), cell: ({ shared }) => text(shared?.version) },
              { name: t('record.form'), cell: ({ shared }) => <code>{text(shared?.projection)}</code> },
              {
                name: t('record.under'),
                cell: ({ shared }) =>
                  text(shared?.agreement) ? (
                    <>
                      <bdi>{text(shared?.agreement)}</bdi>
                      <Comma screen={screen} />
                      {t('why.termsVersion', { number: Number(shared?.terms_version) })}
                      <Comma screen={screen} />
                      <UserText text={text(shared?.clause) ?? ''} />
                    </>
                  ) : (
                    t('record.publicBasis')
                  ),
              },
            ]}
          />
        </section>
      ))}
      <NotAll
        {...{ screen, found }}
        further={new URLSearchParams({ kind: 'disclosure', organization: team }).toString()}
      />
      <section class="no-print">
        <PartnerForm {...{ screen, organizations }} />
      </section>
    </Page>
  );
}

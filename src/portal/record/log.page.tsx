import { type Choice, Select } from '../frame/choices';
import { Field } from '../frame/field';
import { type OrganizationChoices, OrganizationField } from '../frame/organizations';
import { Page } from '../frame/page';
import { addressWith, Pager } from '../frame/table';
import { en } from '../messages/en';
import type { Screen } from '../screen/screen';
import { LogName, Timeline } from './entry';
import type { EntryPage, Kind, Log } from './logs';
import { type Signed, SignedSection } from './signed';

export const KINDS = Object.keys(en.entries) as Kind[];

export interface LogPageProps {
  screen: Screen;
  log: Log;
  page: EntryPage | undefined;
  people: readonly Choice[];
  organizations: OrganizationChoices;
  signed: Signed | undefined;
  fault?: 'rangeFault' | 'timeFault' | undefined;
}

function Filters({ screen, people, organizations, log }: LogPageProps) {
  const { t, query } = screen;
  const kinds = KINDS.map((value) => ({ value, name: t(`entries.${value}`) }));
  const hint = t('record.zoneHint', { zone: screen.zone });
  return (
    <form method="get" action={`/portal/record/logs/${log.id}`} class="card card-body filters" role="search">
      <Select
        {...{ screen, name: 'kind', label: t('record.kind'), choices: kinds, chosen: query.kind }}
        none={t('record.everyKind')}
      />
      <OrganizationField
        {...{ screen, name: 'organization', label: t('record.partner'), organizations, none: t('frame.all') }}
        chosen={query.organization}
      />
      <Field
        {...{ screen, name: 'item', label: t('record.item'), hint: t('record.itemHint') }}
        control={(tied) => <input {...tied} dir="ltr" value={query.item} maxLength={40} autocomplete="off" />}
      />
      {people.length > 0 && (
        <Select
          {...{ screen, name: 'person', label: t('record.person'), choices: people, chosen: query.person }}
          none={t('record.anybody')}
        />
      )}
      <Field
        {...{ screen, name: 'from', label: t('record.from'), hint }}
        control={(tied) => <input {...tied} type="datetime-local" value={query.from} />}
      />
      <Field
        {...{ screen, name: 'to', label: t('record.to'), hint }}
        control={(tied) => <input {...tied} type="datetime-local" value={query.to} />}
      />
      <button class="btn btn-primary">{t('record.filter')}</button>
      <a class="btn" href={`/portal/record/logs/${log.id}`}>
        {t('frame.clearFilters')}
      </a>
    </form>
  );
}

/** The log as a file. With script it tells how far it has come; without it is a plain download. */
function Export({ screen, log }: { screen: Screen; log: Log }) {
  const { t, query } = screen;
  const { item, organization, from, to } = query;
  return (
    <form
      method="get"
      action={`/portal/record/logs/${log.id}/export`}
      class="card card-body no-print"
      data-download
      data-downloading={t('record.downloading', { bytes: '[bytes]' })}
      data-downloaded={t('record.downloaded', { bytes: '[bytes]' })}
      data-broke-off={t('record.brokeOff')}
    >
      <h2>{t('record.export')}</h2>
      <p class="text-secondary">{t('record.exportHelp')}</p>
      {Object.entries({ item, organization, from, to }).map(
        ([name, value]) => value && <input type="hidden" name={name} value={value} />,
      )}
      <div class="page-actions">
        <button class="btn" name="format" value="csv">
          {t('record.csv')}
        </button>
        <button class="btn" name="format" value="jsonl">
          {t('record.json')}
        </button>
        <button class="btn" name="format" value="bundle">
          {t('record.bundle')}
        </button>
      </div>
      <p class="text-secondary">{t('record.bundleHelp')}</p>
      <p role="status" class="download-status" />
    </form>
  );
}

/** One log: its entries from the newest on, what they can be narrowed to, and all of it as a file. */
export function LogPage(props: LogPageProps) {
  const { screen, log, page, people, fault } = props;
  const { t } = screen;
  const filtered = ['kind', 'organization', 'item', 'person', 'from', 'to'].some(
    (name) => screen.query[name],
  );
  const labels = (page?.items ?? []).map(({ shared }) => shared?.tlp as string | undefined);
  return (
    <Page screen={screen} title={t('record.log')} labels={labels}>
      <p>
        <a href="/portal/record">{t('record.title')}</a> · <LogName screen={screen} log={log} />
      </p>
      {fault && (
        <p class="alert alert-danger" role="alert">
          {t(`record.${fault}`)}
        </p>
      )}
      <details class="no-print" open={filtered}>
        <summary>{t('frame.filters')}</summary>
        <Filters {...props} />
      </details>
      <section>
        <h2>{t('record.entries')}</h2>
        {page && page.items.length > 0 ? (
          <Timeline {...{ screen, people, entries: page.items }} />
        ) : (
          <p class="empty-list">{t('record.none')}</p>
        )}
        {page?.looked_back_to && filtered && (
          <p>
            {t('record.lookedBack', { at: page.looked_back_to.slice(0, 16).replace('T', ' ') + ' UTC' })}{' '}
            <a href={addressWith(screen, { cursor: page.next ?? undefined })}>{t('record.older')}</a>
          </p>
        )}
        <Pager screen={screen} next={page?.next} />
      </section>
      <SignedSection {...{ screen, signed: props.signed }} />
      <Export screen={screen} log={log} />
    </Page>
  );
}

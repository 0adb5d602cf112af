import { Select } from '../../frame/choices';
import { Field, FormFault } from '../../frame/field';
import { Page } from '../../frame/page';
import { Table } from '../../frame/table';
import { Instant } from '../../frame/time';
import { UserText } from '../../frame/user-text';
import { isMessage } from '../../messages/catalogue';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { type Agreement, addressOf } from '../agreement';
import { wordOf } from '../sentences';
import { Kept, Owed } from './kept';
import { Bars, monthInWords, MonthsChart, type Report } from './report-charts';

export interface Asked {
  readonly counterpart: string;
  readonly from: string;
  readonly until: string;
}
interface ReportProps {
  screen: Screen;
  agreement: Agreement;
  asked: Asked;
  /** The other operating CERTs. */
  others: readonly { organization: string; name: string }[];
  report: Report | undefined;
  refused: ApiRefused | undefined;
}

const hours = ({ t }: Screen, median: number | null): string =>
  median === null ? t('report.none') : t('report.hours', { hours: median });

function PeriodForm({ screen, agreement, asked, others, refused }: ReportProps) {
  const { t } = screen;
  return (
    <form method="get" action={`${addressOf(agreement.reference)}/report`} class="filters screen-only">
      <Select
        {...{ screen, refused, name: 'counterpart', label: t('report.with'), required: true }}
        choices={others.map(({ organization, name }) => ({ value: organization, name }))}
        chosen={asked.counterpart}
      />
      {(['from', 'until'] as const).map((name) => (
        <Field
          {...{ screen, refused, name, label: t(`report.${name}`), required: true }}
          control={(tied) => <input {...tied} type="date" value={asked[name].slice(0, 10)} />}
        />
      ))}
      <button class="btn btn-primary">{t('report.show')}</button>
    </form>
  );
}

function Flow({ screen, report, side }: { screen: Screen; report: Report; side: 'shared' | 'received' }) {
  const { t } = screen;
  const flow = report[side];
  const telling = { t };
  return (
    <section class="report-flow">
      <h2>
        <span class={`report-key report-${side}`} /> {t(`report.${side}`, { count: flow.versions })}
      </h2>
      {side === 'received' && <p class="text-secondary">{t('report.withoutRed')}</p>}
      {flow.versions > 0 && (
        <>
          <h3>{t('report.labels')}</h3>
          <Bars counts={flow.labels} nameOf={(name) => `TLP:${name}`} />
          <h3>{t('report.types')}</h3>
          <Bars counts={flow.types} nameOf={(name) => wordOf(telling, 'type', name)} />
          <h3>{t('report.categories')}</h3>
          <Bars counts={flow.categories} nameOf={(name) => name} />
          <p>
            {t('report.acknowledged', { count: flow.acknowledged, versions: flow.versions })}{' '}
            {t('report.median')} {hours(screen, flow.median_hours)}
          </p>
        </>
      )}
    </section>
  );
}

function Requests({ screen, report }: { screen: Screen; report: Report }) {
  const { t } = screen;
  const reason = (name: string) => {
    const key = `report.reason_${name}`;
    return isMessage(key) ? t(key) : name;
  };
  return (
    <section>
      <h2>{t('report.requests')}</h2>
      <Table
        screen={screen}
        caption={t('report.requests')}
        rows={(['requests_sent', 'requests_received'] as const).map((side) => ({ side, ...report[side] }))}
        columns={[
          { name: t('report.way'), cell: ({ side }) => t(`report.${side}`) },
          { name: t('report.asked'), cell: ({ asked }) => asked },
          { name: t('report.answered'), cell: ({ answered }) => answered ?? '—' },
          {
            name: t('report.refused'),
            cell: ({ refused, refusals }) => (
              <>
                {refused}
                {refusals.map(({ name, requests }) => (
                  <div>
                    {reason(name)}: {requests}
                  </div>
                ))}
              </>
            ),
          },
          { name: t('report.closed'), cell: ({ closed }) => closed },
          { name: t('report.median'), cell: ({ median_hours: median }) => hours(screen, median) },
        ]}
      />
    </section>
  );
}

function Counts({ screen, report }: { screen: Screen; report: Report }) {
  const { t } = screen;
  const { activities, contacts } = report;
  return (
    <>
      <section>
        <h2>{t('activities.title')}</h2>
        <Table
          screen={screen}
          caption={t('activities.title')}
          empty={t('report.noActivities')}
          rows={activities}
          columns={[
            { name: t('activities.kind'), cell: ({ kind }) => t(`activities.kind_${kind as 'drill'}`) },
            { name: t('activities.state'), cell: ({ state }) => t(`activities.state_${state}`) },
            { name: t('report.count'), cell: ({ activities: count }) => count },
          ]}
        />
      </section>
      {contacts && (
        <section>
          <h2>{t('report.contacts')}</h2>
          <p>{t('report.contactsEvery', { days: contacts.days })}</p>
          <ul>
            {(['ours', 'theirs'] as const).map((side) => (
              <li>
                {t(`report.contacts_${side}`, { due: contacts[side].due, count: contacts[side].contacts })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** What two sides of an agreement let each other have in a period, for the joint committee: in pictures, in words, on paper. */
export function ReportPage(props: ReportProps) {
  const { screen, agreement, asked, report, refused } = props;
  const { t } = screen;
  const query = new URLSearchParams({ ...asked }).toString();
  const actions = report && (
    <>
      <a class="btn" href={`${addressOf(agreement.reference)}/report/csv?${query}`}>
        CSV
      </a>
      <button type="button" class="btn" data-print>
        {t('frame.print')}
      </button>
    </>
  );
  return (
    <Page screen={screen} title={t('report.title')} actions={actions}>
      <p class="lead">
        <a href={addressOf(agreement.reference)} dir="ltr">
          {agreement.reference}
        </a>{' '}
        <UserText text={agreement.title} />
      </p>
      <FormFault screen={screen} refused={refused} />
      {props.others.length === 0 ? (
        <p class="empty-list">{t('report.noOther')}</p>
      ) : (
        <>
          <PeriodForm {...props} />
          {!report && (
            <ul class="screen-only">
              {props.others.map(({ organization, name }) => (
                <li>
                  <a
                    href={`${addressOf(agreement.reference)}/report?${new URLSearchParams({ ...asked, counterpart: organization }).toString()}`}
                  >
                    {t('report.thisYear')} <UserText text={name} />
                  </a>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {report && (
        <>
          <p>
            <UserText text={report.counterpart_name} />: <Instant screen={screen} at={report.from} /> –{' '}
            <Instant screen={screen} at={report.until} /> · {t('report.asOf')}{' '}
            <Instant screen={screen} at={report.at} />
          </p>
          <MonthsChart {...{ screen, report }} />
          <details>
            <summary>{t('report.asTable')}</summary>
            <Table
              screen={screen}
              caption={t('report.byMonth')}
              rows={report.shared.months}
              columns={[
                { name: t('report.month'), cell: ({ name }) => monthInWords(screen, name) },
                { name: t('report.sharedShort'), cell: ({ versions }) => versions },
                {
                  name: t('report.receivedShort'),
                  cell: ({ name }) => report.received.months.find((one) => one.name === name)?.versions ?? 0,
                },
              ]}
            />
          </details>
          <div class="report-flows">
            <Flow {...{ screen, report, side: 'shared' }} />
            <Flow {...{ screen, report, side: 'received' }} />
          </div>
          <Requests {...{ screen, report }} />
          <Kept {...{ screen, report }} />
          <Owed {...{ screen, report }} />
          <Counts {...{ screen, report }} />
          <p class="text-secondary">{t('report.means')}</p>
        </>
      )}
    </Page>
  );
}

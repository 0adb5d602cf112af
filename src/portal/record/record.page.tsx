import { Field } from '../frame/field';
import { type OrganizationChoices, OrganizationField } from '../frame/organizations';
import { Page } from '../frame/page';
import { Table } from '../frame/table';
import type { Screen } from '../screen/screen';
import { LogName } from './entry';
import type { Log } from './logs';

export function NotForYouPage({ screen }: { screen: Screen }) {
  return (
    <Page screen={screen} title={screen.t('record.title')}>
      <p class="alert alert-warning" role="alert">
        {screen.t('record.notForYou')}
      </p>
    </Page>
  );
}

/** Asks for the life of one item. */
export function ItemForm({ screen }: { screen: Screen }) {
  const { t, query } = screen;
  return (
    <form method="get" action="/portal/record/item" class="card card-body">
      <h2>{t('record.lifeOfItem')}</h2>
      <p class="text-secondary">{t('record.lifeHelp')}</p>
      <Field
        {...{ screen, name: 'item', label: t('record.item'), hint: t('record.itemHint'), required: true }}
        control={(tied) => <input {...tied} dir="ltr" value={query.item} maxLength={40} autocomplete="off" />}
      />
      <button class="btn">{t('record.show')}</button>
    </form>
  );
}

/** Asks for what one partner got. */
export function PartnerForm({
  screen,
  organizations,
}: {
  screen: Screen;
  organizations: OrganizationChoices;
}) {
  const { t, query } = screen;
  return (
    <form method="get" action="/portal/record/partner" class="card card-body">
      <h2>{t('record.partnerView')}</h2>
      <p class="text-secondary">{t('record.partnerHelp')}</p>
      <OrganizationField
        {...{ screen, name: 'team', label: t('record.partner'), required: true, organizations }}
        chosen={query.team}
      />
      <button class="btn">{t('record.show')}</button>
    </form>
  );
}

/** The logs that one may read, and what else can be looked for in them. */
export function RecordPage({
  screen,
  logs,
  organizations,
}: {
  screen: Screen;
  logs: readonly Log[];
  organizations: OrganizationChoices;
}) {
  const { t } = screen;
  return (
    <Page screen={screen} title={t('record.title')}>
      <p>{t('record.help')}</p>
      <p>
        <a href="/portal/tellings/exceptions">{t('tellings.exceptions')}</a>
      </p>
      <section>
        <h2>{t('record.logs')}</h2>
        <Table
          screen={screen}
          caption={t('record.logs')}
          rows={logs}
          columns={[
            {
              name: t('record.log'),
              cell: (log) => (
                <a href={`/portal/record/logs/${log.id}`}>
                  <LogName screen={screen} log={log} />
                </a>
              ),
            },
            { name: t('record.count'), cell: ({ entries }) => entries },
          ]}
        />
      </section>
      <div class="record-forms">
        <ItemForm screen={screen} />
        <PartnerForm {...{ screen, organizations }} />
      </div>
    </Page>
  );
}

import { Page } from '../frame/page';
import { pathOfItem } from '../frame/item-path';
import { Pager, Table } from '../frame/table';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import { hasRole, type Screen } from '../screen/screen';
import { RecordForm, StepForms } from './consent-forms';
import type { VictimConsent, VictimsProps } from './victims';

/** What victims consent to, of whom an advisory or a case tells: recorded by one person, confirmed by another. */
export function VictimsPage(props: VictimsProps) {
  const { screen, item } = props;
  const { t } = screen;
  return (
    <Page
      screen={screen}
      title={t('victims.title')}
      labels={item.labels}
      actions={
        <a class="btn" href={pathOfItem(item.kind, item.id)}>
          {t(`victims.back_${item.kind}`)}
        </a>
      }
    >
      <h2>
        <UserText text={item.title} />
      </h2>
      <p>{t('victims.what')}</p>
      <Table
        screen={screen}
        caption={t('victims.title')}
        empty={t('victims.none')}
        rows={item.consents.items}
        columns={[
          { name: t('victims.victim'), cell: ({ victim }) => <UserText text={victim} /> },
          { name: t('victims.givenBy'), cell: ({ given_by }) => <UserText text={given_by} /> },
          {
            name: t('victims.to'),
            cell: ({ to }) => (to === 'partners' ? t('victims.partners') : <bdi dir="ltr">{to}</bdi>),
          },
          { name: t('victims.state'), cell: (consent) => <State screen={screen} consent={consent} /> },
          {
            name: t('victims.until'),
            cell: ({ valid_until }) => <Instant screen={screen} at={valid_until} />,
          },
          { name: t('victims.acts'), cell: (consent) => <StepForms {...props} consent={consent} /> },
        ]}
      />
      <Pager screen={screen} next={item.consents.next} />
      {hasRole(screen, 'liaison', 'analyst') && <RecordForm {...props} />}
    </Page>
  );
}

function State({ screen, consent }: { screen: Screen; consent: VictimConsent }) {
  const { t } = screen;
  const {
    state,
    recorded_by: first,
    confirmed_by: second,
    counts_from: from,
    revocation_reason: why,
  } = consent;
  return (
    <>
      {t(`victims.state_${state}`)}
      {state === 'to_come' && from && (
        <>
          {' '}
          <Instant screen={screen} at={from} />
        </>
      )}
      <div class="text-secondary">
        {second ? t('victims.byTwo', { first, second }) : t('victims.byOne', { first })}
        {why && (
          <>
            {' '}
            <UserText text={why} />
          </>
        )}
      </div>
    </>
  );
}

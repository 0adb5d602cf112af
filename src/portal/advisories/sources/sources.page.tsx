import type { components } from '../../../../docs/openapi';
import { ActForm, Field, FormFault } from '../../frame/field';
import type { OrganizationChoices } from '../../frame/organizations';
import { Page } from '../../frame/page';
import { Pager, Table } from '../../frame/table';
import { Instant } from '../../frame/time';
import { UserText } from '../../frame/user-text';
import { hasRole, type Screen } from '../../screen/screen';
import type { Form } from '../../screen/screens';
import type { ApiRefused } from '../../web-api/refused';
import { labelsOf, latestOf, type OwnAdvisory, pageOf } from '../advisory';
import { RecordForm } from './record-form';

type Consent = components['schemas']['ConsentView'];

/** What the source of another publisher's content has allowed, and what may be done about it. */
export function SourcesPage(props: {
  screen: Screen;
  advisory: OwnAdvisory;
  found: components['schemas']['ConsentPage'];
  organizations: OrganizationChoices;
  refused?: ApiRefused | undefined;
  form?: Form | undefined;
}) {
  const { screen, advisory, found, refused } = props;
  const { t } = screen;
  const version = latestOf(advisory);
  return (
    <Page screen={screen} title={t('sources.title')} labels={labelsOf(version)}>
      <h2>
        <a href={pageOf(advisory.id)}>
          <UserText text={version.title} />
        </a>
      </h2>
      <p class="text-secondary">{t('sources.about')}</p>
      {!props.form && <FormFault {...{ screen, refused }} />}
      <Table
        screen={screen}
        caption={t('sources.title')}
        empty={t('sources.none')}
        rows={found.items}
        columns={[
          { name: t('sources.source'), cell: ({ source }) => <UserText text={source} /> },
          {
            name: t('sources.to'),
            cell: ({ to }) =>
              to === 'partners' || to === 'public' ? t(`sources.to_${to}`) : <bdi>{to}</bdi>,
          },
          {
            name: t('sources.until'),
            cell: ({ valid_until }) => <Instant screen={screen} at={valid_until} />,
          },
          { name: t('sources.state'), cell: ({ state }) => t(`sources.state_${state}`) },
          { name: t('sources.recordedBy'), cell: ({ recorded_by }) => <UserText text={recorded_by} /> },
          {
            name: t('sources.confirmedBy'),
            cell: (one) =>
              one.confirmed_by ? (
                <UserText text={one.confirmed_by} />
              ) : (
                <Confirm {...{ screen, advisory, one }} />
              ),
          },
          { name: t('sources.revoke'), cell: (one) => <Revoke {...{ screen, advisory, one }} /> },
        ]}
      />
      <Pager screen={screen} next={found.next} />
      {hasRole(screen, 'liaison') && <RecordForm {...props} />}
    </Page>
  );
}

interface OneProps {
  screen: Screen;
  advisory: OwnAdvisory;
  one: Consent;
}

function Confirm({ screen, advisory, one }: OneProps) {
  if (one.state !== 'unconfirmed' || !hasRole(screen, 'liaison', 'releaser')) return null;
  return (
    <ActForm screen={screen} action={pageOf(advisory.id, `consents/${one.id}/confirmation`)}>
      <button class="btn">{screen.t('sources.confirm')}</button>
    </ActForm>
  );
}

function Revoke({ screen, advisory, one }: OneProps) {
  const { t } = screen;
  if (one.revocation_reason) return <UserText text={one.revocation_reason} />;
  if (one.state === 'lapsed' || !hasRole(screen, 'liaison', 'releaser', 'duty-officer')) return null;
  return (
    <details>
      <summary>{t('sources.revoke')}</summary>
      <ActForm screen={screen} action={pageOf(advisory.id, `consents/${one.id}/revocation`)}>
        <Field
          {...{ screen, name: 'reason', label: t('sources.revokeReason'), required: true }}
          control={({ id, ...tied }) => (
            <textarea {...tied} id={id} rows={2} minLength={3} maxLength={2000} dir="auto" />
          )}
        />
        <button class="btn btn-danger">{t('sources.revoke')}</button>
      </ActForm>
    </details>
  );
}

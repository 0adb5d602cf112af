import type { components } from '../../../../docs/openapi';
import { ActForm, Field, FormFault } from '../../frame/field';
import { Page } from '../../frame/page';
import { Table } from '../../frame/table';
import { UserText } from '../../frame/user-text';
import { listOf } from '../../frame/listed';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { latestOf, type OwnIncident, pathOfCase } from '../incident';
import { WhyNot } from './why-not';

interface WithdrawalProps {
  screen: Screen;
  incident: OwnIncident;
  /** Undefined where the withdrawal would be refused. */
  effect?: components['schemas']['DryRunView'] | undefined;
  reason?: string | undefined;
  refused?: ApiRefused | undefined;
}

/** Before a case is withdrawn: who has it now and would lose it. */
export function WithdrawalPage({ screen, incident, effect, reason, refused }: WithdrawalProps) {
  const { t } = screen;
  const path = pathOfCase(incident.id);
  return (
    <Page screen={screen} title={t('cases.withdraw')} labels={[latestOf(incident).handling.tlp]}>
      {!effect && <WhyNot screen={screen} refused={refused} />}
      <h2>
        <UserText text={incident.title} />
      </h2>
      <p class="fs-3">{t('cases.withdrawHint')}</p>
      {effect && (
        <>
          <Table
            screen={screen}
            caption={t('cases.whoLoses')}
            empty={t('cases.nobodyLoses')}
            rows={effect.teams.filter(({ loses }) => loses.count > 0)}
            columns={[
              {
                name: t('cases.whoLoses'),
                cell: ({ team }) => (team === 'public' ? t('cases.everybody') : <bdi>{team}</bdi>),
              },
              {
                name: t('cases.versionTheyHave'),
                cell: ({ loses }) =>
                  listOf(
                    screen,
                    loses.items.map(({ version }) => String(version)),
                  ),
              },
            ]}
          />
          <ActForm screen={screen} action={`${path}/withdrawal`}>
            <FormFault screen={screen} refused={refused} />
            <Field
              {...{ screen, refused, name: 'reason', label: t('cases.reason'), required: true }}
              hint={t('cases.reasonHint')}
              control={(tied) => (
                <textarea {...tied} rows={3} minLength={3} maxLength={2000} dir="auto">
                  {reason}
                </textarea>
              )}
            />
            <button class="btn btn-danger">{t('cases.withdraw')}</button>
          </ActForm>
        </>
      )}
      <p class="form-acts">
        <a class="btn" href={path}>
          {t('cases.back')}
        </a>
      </p>
    </Page>
  );
}

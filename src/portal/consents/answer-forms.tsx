import { Boxes, Select } from '../frame/choices';
import { ActForm, Field, FormFault } from '../frame/field';
import { LocalTimeField } from '../frame/local-time-field';
import { localOf } from '../frame/local-time';
import type { OrganizationChoices } from '../frame/organizations';
import { WHY } from '../requests/request';
import { type ConsentRequestProps, pathOfRequest, WITHIN } from './consent-request';

const faultOf = ({ refused }: ConsentRequestProps, form: string) =>
  refused?.form === form ? refused.fault : undefined;

/** Consents as it was asked, or to less. */
export function GrantForm(props: ConsentRequestProps & { organizations: OrganizationChoices }) {
  const { screen, request, organizations } = props;
  const { t } = screen;
  const named = { screen, refused: faultOf(props, 'consent') };
  const inWords = request.teams_in_words !== null;
  const teams = organizations.choices.filter(({ value }) =>
    request.scope === 'teams'
      ? request.teams.includes(value)
      : value !== request.from && value !== request.to,
  );
  const narrows = WITHIN[request.scope];
  return (
    <ActForm screen={screen} action={pathOfRequest(request.id, 'consent')}>
      <h3>{t('consents.grant')}</h3>
      <p>{t(inWords ? 'consents.grantInWords' : 'consents.grantWhat')}</p>
      <FormFault {...named} />
      {narrows.length > 1 && (
        <Select
          {...{ ...named, name: 'scope', label: t('consents.consentTo') }}
          choices={narrows.map((value) => ({ value, name: t(`consents.scope_${value}`) }))}
          chosen={request.scope}
        />
      )}
      {narrows.includes('teams') && !inWords && (
        <Boxes
          {...{ ...named, name: 'teams', label: t('consents.teams'), hint: t('consents.teamsHint') }}
          choices={teams}
          chosen={[]}
        />
      )}
      <LocalTimeField
        {...{ ...named, name: 'until', label: t('consents.consentUntil'), hint: t('consents.untilHint') }}
        value={localOf(screen.zone, request.until)}
      />
      <button class="btn btn-primary">{t('consents.grant')}</button>
    </ActForm>
  );
}

export function RefuseForm(props: ConsentRequestProps) {
  const { screen, request } = props;
  const { t } = screen;
  const named = { screen, refused: faultOf(props, 'refusal') };
  return (
    <details open={named.refused !== undefined}>
      <summary>{t('consents.refuse')}</summary>
      <ActForm screen={screen} action={pathOfRequest(request.id, 'refusal')}>
        <FormFault {...named} />
        <Select
          {...{ ...named, name: 'reason_code', label: t('requests.why'), required: true }}
          choices={WHY.map((value) => ({ value, name: t(`requests.why_${value}`) }))}
          chosen={undefined}
        />
        <Field
          {...{ ...named, name: 'reason', label: t('requests.reason') }}
          control={(tied) => <textarea {...tied} rows={2} maxLength={2000} dir="auto" />}
        />
        <label class="form-check">
          <input type="checkbox" class="form-check-input" name="tell_reason" value="yes" />
          <span class="form-check-label">{t('consents.tell')}</span>
        </label>
        <button class="btn">{t('consents.refuse')}</button>
      </ActForm>
    </details>
  );
}

export function WithdrawForm(props: ConsentRequestProps) {
  const { screen, request } = props;
  const { t } = screen;
  const named = { screen, refused: faultOf(props, 'withdrawal') };
  return (
    <ActForm screen={screen} action={pathOfRequest(request.id, 'withdrawal')}>
      <h3>{t('consents.withdraw')}</h3>
      <p>{t('consents.withdrawWhat')}</p>
      <FormFault {...named} />
      <Field
        {...{ ...named, name: 'reason', label: t('consents.withdrawReason') }}
        control={(tied) => <textarea {...tied} rows={2} maxLength={2000} dir="auto" />}
      />
      <button class="btn btn-danger">{t('consents.withdraw')}</button>
    </ActForm>
  );
}

export function CloseForm(props: ConsentRequestProps) {
  const { screen, request } = props;
  const { t } = screen;
  return (
    <ActForm screen={screen} action={pathOfRequest(request.id, 'closing')}>
      <p>{t('consents.closeWhat')}</p>
      <FormFault {...{ screen, refused: faultOf(props, 'closing') }} />
      <button class="btn">{t('consents.close')}</button>
    </ActForm>
  );
}

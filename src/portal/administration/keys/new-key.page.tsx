import { ActForm, Field, fieldFaults, FormFault } from '../../frame/field';
import { Page } from '../../frame/page';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { KEY_SCOPES, type WantedKey } from './key-form';

interface NewKeyProps {
  screen: Screen;
  wanted: WantedKey;
  refused?: ApiRefused;
}

function Scopes({ screen, wanted, refused }: NewKeyProps) {
  const { t } = screen;
  const faults = fieldFaults(screen, refused, 'scopes');
  return (
    <fieldset class="mb-3">
      <legend class="form-label">{t('administration.scopes')}</legend>
      {KEY_SCOPES.map((scope) => (
        <label class="form-check">
          <input
            {...{ class: 'form-check-input', type: 'checkbox', name: 'scopes', value: scope }}
            checked={wanted.scopes.includes(scope)}
          />
          <span class="form-check-label">
            {t(`scopes.${scope}`)} <small class="form-hint">{t(`scopes.${scope}-does`)}</small>
          </span>
        </label>
      ))}
      {faults.length > 0 && <div class="invalid-feedback d-block">{faults.join(' ')}</div>}
    </fieldset>
  );
}

export function NewKeyPage({ screen, wanted, refused }: NewKeyProps) {
  const { t, me } = screen;
  return (
    <Page screen={screen} title={t('administration.issueKey')}>
      <div class="narrow card card-body">
        <p>
          {t('administration.keyWhat')} <UserText text={me?.organization.name ?? ''} />
        </p>
        <FormFault screen={screen} refused={refused} />
        <ActForm screen={screen} action="/portal/administration/keys/new">
          <Field
            {...{ screen, refused, name: 'name', label: t('administration.system'), required: true }}
            hint={t('administration.systemHint')}
            control={(tied) => <input {...tied} dir="auto" maxLength={100} value={wanted.name} />}
          />
          <Scopes {...{ screen, wanted }} {...(refused ? { refused } : {})} />
          <Field
            {...{ screen, refused, name: 'allowed_addresses', label: t('administration.addresses') }}
            hint={t('administration.addressesHint')}
            control={(tied) => (
              <textarea {...tied} dir="ltr" rows={3}>
                {wanted.addresses}
              </textarea>
            )}
          />
          <Field
            {...{ screen, refused, name: 'expires_at', label: t('administration.expires'), required: true }}
            hint={t('administration.expiresHint')}
            control={(tied) => <input {...tied} type="date" value={wanted.expires} />}
          />
          <button class="btn btn-primary">{t('administration.issueKey')}</button>{' '}
          <a class="btn" href="/portal/administration/keys">
            {t('frame.cancel')}
          </a>
        </ActForm>
      </div>
    </Page>
  );
}

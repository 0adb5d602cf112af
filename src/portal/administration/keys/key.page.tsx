import { Comma } from '../../frame/listed';
import { ActForm, Field, FormFault } from '../../frame/field';
import { Page } from '../../frame/page';
import { Instant } from '../../frame/time';
import { UserText } from '../../frame/user-text';
import { hasRole, type Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { AdministrationPlaces } from '../places';
import { dayOf } from './key-form';
import { type ApiKey, isGood, KeyState, scopesInWords } from './key-state';

interface KeyProps {
  screen: Screen;
  key: ApiKey;
  refused?: ApiRefused;
}

function Facts({ screen, apiKey: key }: { screen: Screen; apiKey: ApiKey }) {
  const { t } = screen;
  return (
    <dl class="plain-facts">
      <dt>{t('administration.system')}</dt>
      <dd>
        <UserText text={key.name} /> <code dir="ltr">{key.prefix}</code>
      </dd>
      <dt>{t('administration.state')}</dt>
      <dd>
        <KeyState screen={screen} apiKey={key} />
      </dd>
      <dt>{t('administration.scopes')}</dt>
      <dd>{scopesInWords(screen, key.scopes)}</dd>
      <dt>{t('administration.addresses')}</dt>
      <dd>
        <bdi dir="ltr">{key.allowed_addresses.join(', ') || t('administration.anywhere')}</bdi>
      </dd>
      <dt>{t('account.lastUsed')}</dt>
      <dd>
        {key.last_used_at ? <Instant screen={screen} at={key.last_used_at} /> : t('administration.never')}
      </dd>
      <dt>{t('administration.created')}</dt>
      <dd>
        <Instant screen={screen} at={key.created_at} />
        {key.created_by && (
          <>
            <Comma screen={screen} />
            <UserText text={key.created_by} />
          </>
        )}
      </dd>
    </dl>
  );
}

function Acts({
  screen,
  apiKey: key,
  refused,
}: {
  screen: Screen;
  apiKey: ApiKey;
  refused?: ApiRefused | undefined;
}) {
  const { t, me } = screen;
  const place = `/portal/administration/keys/${key.id}`;
  return (
    <>
      {!key.replaced_by && (
        <>
          <h2>{t('administration.rotate')}</h2>
          <p>{t('administration.rotateWhat')}</p>
          <ActForm screen={screen} action={`${place}/rotation`}>
            <div class="narrow">
              <Field
                {...{
                  screen,
                  refused,
                  name: 'overlap_hours',
                  label: t('administration.overlap'),
                  required: true,
                }}
                control={(tied) => <input {...tied} type="number" min={0} max={720} value="72" />}
              />
              <Field
                {...{
                  screen,
                  refused,
                  name: 'expires_at',
                  label: t('administration.expires'),
                  required: true,
                }}
                hint={t('administration.expiresHint')}
                control={(tied) => <input {...tied} type="date" value={me && dayOf(me.at, 365)} />}
              />
              <button class="btn">{t('administration.rotate')}</button>
            </div>
          </ActForm>
        </>
      )}
      <h2>{t('administration.revokeKey')}</h2>
      <ActForm screen={screen} action={`${place}/revocation`}>
        <button class="btn btn-danger">{t('administration.revokeKey')}</button>
      </ActForm>
    </>
  );
}

export function KeyPage({ screen, key, refused }: KeyProps) {
  const { t, me } = screen;
  return (
    <Page screen={screen} title={t('administration.key')}>
      <AdministrationPlaces screen={screen} />
      <FormFault screen={screen} refused={refused} />
      <Facts screen={screen} apiKey={key} />
      {me && isGood(key, me.at) && hasRole(screen, 'administrator') && (
        <Acts screen={screen} apiKey={key} refused={refused} />
      )}
    </Page>
  );
}

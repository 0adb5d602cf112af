import { listOf } from '../frame/listed';
import type { components } from '../../../docs/openapi';
import { Page } from '../frame/page';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import type { Screen } from '../screen/screen';
import { SettingsForm } from './settings-form';

type SecondFactor = components['schemas']['SecondFactorView'];

export function AccountPage({ screen, factor }: { screen: Screen; factor: SecondFactor }) {
  const { t, me } = screen;
  return (
    <Page screen={screen} title={t('account.title')}>
      <dl class="plain-facts">
        <dt>{t('account.name')}</dt>
        <dd>
          <UserText text={me?.person?.name ?? ''} />
        </dd>
        <dt>{t('account.email')}</dt>
        <dd>
          <bdi dir="ltr">{me?.person?.email}</bdi>
        </dd>
        <dt>{t('account.organization')}</dt>
        <dd>
          <UserText text={me?.organization.name ?? ''} />
        </dd>
        <dt>{t('account.roles')}</dt>
        <dd>
          {listOf(
            screen,
            (me?.roles ?? []).map((role) => t(`roles.${role}`)),
          )}
        </dd>
      </dl>
      <h2>{t('account.signingIn')}</h2>
      <ul>
        <li>
          <a href="/portal/account/password">{t('account.changePassword')}</a>
        </li>
        <li>
          <a href="/portal/account/second-factor">{t('account.secondFactor')}</a>:{' '}
          {factor.enrolled_at ? (
            <>
              {t('account.enrolledSince')} <Instant screen={screen} at={factor.enrolled_at} />
            </>
          ) : (
            t(factor.required ? 'account.neededNow' : 'account.none')
          )}
        </li>
        <li>
          <a href="/portal/account/sessions">{t('account.sessions')}</a>
        </li>
      </ul>
      <h2>{t('frame.settings')}</h2>
      <SettingsForm screen={screen} />
    </Page>
  );
}

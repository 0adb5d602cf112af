import type { components } from '../../../docs/openapi';
import { ActForm, Field, FormFault } from '../frame/field';
import { Page } from '../frame/page';
import { Instant } from '../frame/time';
import { Stop } from '../frame/listed';
import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';

interface SecondFactorProps {
  screen: Screen;
  factor: components['schemas']['SecondFactorView'];
  refused?: ApiRefused | undefined;
}

/** Whether the reader has a second factor; to enrol one, or to get other recovery codes. */
export function SecondFactorPage({ screen, factor, refused }: SecondFactorProps) {
  const { t } = screen;
  const enrolled = factor.enrolled_at;
  return (
    <Page screen={screen} title={t('account.secondFactor')}>
      <div class="narrow card card-body">
        {!enrolled && factor.required && <p class="alert alert-warning">{t('account.needed')}</p>}
        <p>{t(enrolled ? 'account.enrolledWhat' : 'account.enrolWhat')}</p>
        {enrolled && (
          <p>
            {t('account.enrolledSince')} <Instant screen={screen} at={enrolled} />
            <Stop screen={screen} />
            {t('account.codesLeft', { count: factor.recovery_codes_left })}
          </p>
        )}
        <FormFault screen={screen} refused={refused} />
        <ActForm screen={screen} action={`/portal/account/second-factor${enrolled ? '/recovery-codes' : ''}`}>
          <Field
            {...{ screen, refused, name: 'password', label: t('signIn.password'), required: true }}
            control={(tied) => <input {...tied} type="password" autocomplete="current-password" />}
          />
          {enrolled && (
            <Field
              {...{ screen, refused, name: 'code', label: t('account.appCode'), required: true }}
              control={(tied) => (
                <input {...tied} inputMode="numeric" autocomplete="one-time-code" dir="ltr" maxLength={7} />
              )}
            />
          )}
          <button class="btn btn-primary">{t(enrolled ? 'account.renewCodes' : 'account.enrol')}</button>
        </ActForm>
        {enrolled && <p class="text-secondary mt-3">{t('account.lostApp')}</p>}
      </div>
    </Page>
  );
}

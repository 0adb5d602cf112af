import { ActForm, Field, FormFault } from '../frame/field';
import { NewPasswordFields } from '../frame/new-password';
import { Page } from '../frame/page';
import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';

export function PasswordPage({ screen, refused }: { screen: Screen; refused?: ApiRefused }) {
  const { t } = screen;
  return (
    <Page screen={screen} title={t('account.changePassword')}>
      <div class="narrow card card-body">
        <p>{t('account.passwordEnds')}</p>
        <FormFault screen={screen} refused={refused} />
        <ActForm screen={screen} action="/portal/account/password">
          <Field
            {...{ screen, refused, name: 'old_password', label: t('account.oldPassword'), required: true }}
            control={(tied) => <input {...tied} type="password" autocomplete="current-password" />}
          />
          <NewPasswordFields screen={screen} refused={refused} name="new_password" />
          <button class="btn btn-primary">{t('account.changePassword')}</button>{' '}
          <a class="btn" href="/portal/account">
            {t('frame.cancel')}
          </a>
        </ActForm>
      </div>
    </Page>
  );
}

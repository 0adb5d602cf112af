import { ActForm, Field, FormFault } from '../frame/field';
import { NewPasswordFields } from '../frame/new-password';
import { Page } from '../frame/page';
import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';

interface ArrivalProps {
  screen: Screen;
  kind: 'invitation' | 'password-reset';
  /** Whether the token has come with the address. */
  hasToken: boolean;
  refused?: ApiRefused | undefined;
}

/** Sets the password of somebody who was invited, or who has forgotten hers. */
export function ArrivalPage({ screen, kind, hasToken, refused }: ArrivalProps) {
  const { t } = screen;
  const invited = kind === 'invitation';
  return (
    <Page screen={screen} title={t(invited ? 'arrival.invitation' : 'arrival.reset')}>
      <div class="narrow card card-body">
        <p>{t(invited ? 'arrival.invitationWhat' : 'arrival.resetWhat')}</p>
        {refused?.status === 404 ? (
          <p class="alert alert-danger" role="alert">
            {t('arrival.tokenGone')}
          </p>
        ) : (
          <FormFault screen={screen} refused={refused} />
        )}
        <ActForm screen={screen} action={`/portal/${kind}`}>
          {!hasToken && (
            <Field
              {...{ screen, refused, name: 'token', label: t('arrival.token'), hint: t('arrival.tokenHint') }}
              required
              control={(tied) => <input {...tied} dir="ltr" autocomplete="off" maxLength={200} />}
            />
          )}
          <NewPasswordFields screen={screen} refused={refused} name="password" />
          <button class="btn btn-primary">{t('arrival.submit')}</button>
        </ActForm>
      </div>
    </Page>
  );
}

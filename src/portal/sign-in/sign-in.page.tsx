import { Field, FormFault } from '../frame/field';
import { Page } from '../frame/page';
import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';

interface SignInProps {
  screen: Screen;
  next?: string | undefined;
  email?: string | undefined;
  refused?: ApiRefused | undefined;
}

export function SignInPage({ screen, next, email, refused }: SignInProps) {
  const { t } = screen;
  return (
    <Page screen={screen} title={t('signIn.title')}>
      <form method="post" action="/portal/sign-in" class="narrow card card-body">
        <FormFault screen={screen} refused={refused} />
        {!refused && screen.query.ended && !screen.told && (
          <p class="alert alert-info">{t('signIn.ended')}</p>
        )}
        {next && <input type="hidden" name="next" value={next} />}
        <Field
          {...{ screen, refused, name: 'email', label: t('signIn.email'), required: true }}
          control={(tied) => <input {...tied} type="email" autocomplete="username" value={email} autofocus />}
        />
        <Field
          {...{ screen, refused, name: 'password', label: t('signIn.password'), required: true }}
          control={(tied) => <input {...tied} type="password" autocomplete="current-password" />}
        />
        <Field
          {...{ screen, refused, name: 'code', label: t('signIn.code'), hint: t('signIn.codeHint') }}
          control={(tied) => <input {...tied} inputMode="numeric" autocomplete="one-time-code" dir="ltr" />}
        />
        <button class="btn btn-primary">{t('signIn.submit')}</button>
      </form>
      <details class="narrow mt-3">
        <summary>{t('signIn.forgotten')}</summary>
        <p>{t('signIn.forgottenWhat')}</p>
        <ul>
          <li>
            <a href="/portal/password-reset">{t('signIn.haveLink')}</a>
          </li>
          <li>
            <a href="/portal/invitation">{t('signIn.haveInvitation')}</a>
          </li>
        </ul>
      </details>
    </Page>
  );
}

import { ActForm, Field, FormFault } from '../frame/field';
import { Page } from '../frame/page';
import { QrCode } from '../frame/qr-code';
import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';

/** The secret in groups of four, as it is typed into an app that cannot see the code. */
const inGroups = (uri: string): string =>
  (new URL(uri).searchParams.get('secret') ?? '').replace(/(.{4})(?=.)/g, '$1 ');

/** Shows the app what it needs, and asks for a code of it. */
export function ConfirmFactorPage({
  screen,
  uri,
  refused,
}: {
  screen: Screen;
  /** `otpauth://totp/…`; the form carries it, so that a mistyped code does not begin all over. */
  uri: string;
  refused?: ApiRefused;
}) {
  const { t } = screen;
  return (
    <Page screen={screen} title={t('account.secondFactor')}>
      <div class="narrow card card-body">
        <ol class="steps-in-words">
          <li>{t('account.scan')}</li>
          <li>{t('account.thenCode')}</li>
        </ol>
        <QrCode text={uri} label={t('account.qrCode')} />
        <details>
          <summary>{t('account.cannotScan')}</summary>
          <p>
            {t('account.typeSecret')}{' '}
            <code dir="ltr" class="secret">
              {inGroups(uri)}
            </code>
          </p>
        </details>
        <FormFault screen={screen} refused={refused} />
        <ActForm screen={screen} action="/portal/account/second-factor/confirmation">
          <input type="hidden" name="uri" value={uri} />
          <Field
            {...{ screen, refused, name: 'code', label: t('account.appCode'), required: true }}
            control={(tied) => (
              <input
                {...tied}
                inputMode="numeric"
                autocomplete="one-time-code"
                dir="ltr"
                maxLength={7}
                autofocus
              />
            )}
          />
          <button class="btn btn-primary">{t('account.confirmApp')}</button>
        </ActForm>
      </div>
    </Page>
  );
}

import { ActForm, Field, FormFault } from '../frame/field';
import { Page } from '../frame/page';
import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';
import { PROOF_FIELDS } from './prove-first';

/** Asks the reader to prove who she is, keeps the form that she has sent, and sends it again with the proof. */
export function ProofPage({
  screen,
  kept,
  refused,
}: {
  screen: Screen;
  kept: readonly (readonly [name: string, value: string])[];
  refused?: ApiRefused | undefined;
}) {
  const { t } = screen;
  return (
    <Page screen={screen} title={t('proof.title')}>
      <div class="narrow card card-body">
        <p>{t('proof.why')}</p>
        <ActForm screen={screen} action={screen.path}>
          <FormFault screen={screen} refused={refused} />
          {kept.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" autocomplete="username" value={screen.me?.person?.email} />
          <Field
            {...{ screen, refused, name: PROOF_FIELDS.password, label: t('signIn.password'), required: true }}
            control={(tied) => <input {...tied} type="password" autocomplete="current-password" autofocus />}
          />
          <Field
            {...{
              screen,
              refused,
              name: PROOF_FIELDS.code,
              label: t('signIn.code'),
              hint: t('signIn.codeHint'),
            }}
            control={(tied) => (
              <input {...tied} inputMode="numeric" autocomplete="one-time-code" dir="ltr" maxLength={40} />
            )}
          />
          <button class="btn btn-primary">{t('proof.submit')}</button>{' '}
          <a class="btn" href="/portal">
            {t('frame.cancel')}
          </a>
        </ActForm>
        <p class="text-secondary mt-3">{t('proof.kept')}</p>
      </div>
    </Page>
  );
}

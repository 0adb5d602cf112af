import { WhyRefused } from '../advisories/leaving/problem';
import { ActForm, Field } from '../frame/field';
import { pathOfItem } from '../frame/item-path';
import { Page } from '../frame/page';
import { type Preview, Recipients } from '../frame/recipients';
import { TlpLabel } from '../frame/tlp';
import { UserText } from '../frame/user-text';
import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';
import { pathOfReleasingAlone } from './emergency';
import type { Leaving } from './leaving';

/** Whom a release alone reaches by the terms of each, before it is done; then a reason and one button. */
export function AlonePage({
  screen,
  of,
  preview,
  refused,
  reason,
}: {
  screen: Screen;
  of: Leaving;
  preview: Preview | undefined;
  refused: ApiRefused | undefined;
  reason?: string | undefined;
}) {
  const { t } = screen;
  return (
    <Page
      screen={screen}
      title={t('emergencies.release')}
      labels={[of.tlp, ...of.parts.map(({ tlp }) => tlp)]}
    >
      <h2>
        <a href={pathOfItem(of.kind, of.id)}>
          <UserText text={of.title} />
        </a>
      </h2>
      {of.tlp && (
        <p>
          <TlpLabel label={of.tlp} />
        </p>
      )}
      <p class="alert alert-warning">{t('emergencies.help')}</p>
      {refused && <WhyRefused {...{ screen, refused }} />}
      {preview && (
        <>
          <ActForm screen={screen} action={pathOfReleasingAlone(of.kind, of.id)}>
            <input type="hidden" name="version" value={of.version} />
            <Field
              {...{ screen, refused, name: 'reason', label: t('emergencies.reason') }}
              required
              control={(control) => (
                <textarea {...control} rows={3} minLength={3} maxLength={2000} dir="auto">
                  {reason}
                </textarea>
              )}
            />
            <div class="form-buttons">
              <button class="btn btn-danger">{t('emergencies.now')}</button>
              <a class="btn" href={pathOfItem(of.kind, of.id)}>
                {t('frame.cancel')}
              </a>
            </div>
          </ActForm>
          <Recipients {...{ screen, preview, parts: of.parts }} />
        </>
      )}
    </Page>
  );
}

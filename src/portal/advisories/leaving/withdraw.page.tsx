import { ActForm, Field, FormFault } from '../../frame/field';
import { Page } from '../../frame/page';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { labelsOf, latestOf, type OwnAdvisory, pageOf } from '../advisory';
import { type Effect, EffectOn } from './effect';
import { WhyRefused } from './problem';

/** Whom a withdrawal affects, before it is done; then a reason and one button. */
export function WithdrawPage({
  screen,
  advisory,
  effect,
  barred,
  refused,
  reason,
}: {
  screen: Screen;
  advisory: OwnAdvisory;
  effect: Effect | undefined;
  /** Why it cannot be withdrawn at all. */
  barred?: ApiRefused | undefined;
  refused?: ApiRefused | undefined;
  reason?: string | undefined;
}) {
  const { t } = screen;
  const version = latestOf(advisory);
  return (
    <Page screen={screen} title={t('advisories.withdrawTitle')} labels={labelsOf(version)}>
      <h2>
        <a href={pageOf(advisory.id)}>
          <UserText text={version.title} />
        </a>
      </h2>
      <p>{t('advisories.withdrawHelp')}</p>
      {barred && <WhyRefused {...{ screen, refused: barred }} />}
      {effect && (
        <>
          <h2>{t('advisories.affects')}</h2>
          <EffectOn {...{ screen, effect }} />
          <p class="text-secondary">{t('advisories.noticesToo')}</p>
          <ActForm screen={screen} action={pageOf(advisory.id, 'withdraw')}>
            <FormFault {...{ screen, refused }} />
            <ReasonField {...{ screen, refused, reason }} />
            <div class="form-buttons">
              <button class="btn btn-danger" data-ctrl-enter>
                {t('advisories.withdrawNow')}
              </button>
              <a class="btn" href={pageOf(advisory.id)}>
                {t('frame.cancel')}
              </a>
            </div>
          </ActForm>
        </>
      )}
    </Page>
  );
}

/** Why something is withdrawn; the sentence stays in the own record. */
export function ReasonField({
  screen,
  refused,
  reason,
}: {
  screen: Screen;
  refused?: ApiRefused | undefined;
  reason?: string | undefined;
}) {
  const { t } = screen;
  return (
    <Field
      {...{
        screen,
        refused,
        name: 'reason',
        label: t('advisories.reason'),
        hint: t('advisories.reasonHint'),
      }}
      required
      control={(control) => (
        <textarea {...control} rows={3} minLength={3} maxLength={2000} dir="auto">
          {reason}
        </textarea>
      )}
    />
  );
}

import type { ComponentChildren } from 'preact';
import { ActForm, FormFault } from '../../frame/field';
import { faultInWords } from '../../frame/fault.page';
import { Page } from '../../frame/page';
import { Instant } from '../../frame/time';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { Form } from '../../screen/screens';
import type { ApiRefused } from '../../web-api/refused';
import { addressOf, type Agreement, namesIn } from '../agreement';
import type { Effect } from '../what-if/effect';
import { EffectView } from '../what-if/effect-view';
import { Awaiting } from './awaiting';
import { StepFields } from './step-fields';
import { type FormStep, isEffective, STEP_FIELDS, stepAddress } from './steps';

export interface StepProps {
  readonly screen: Screen;
  readonly agreement: Agreement;
  readonly step: FormStep;
  readonly terms: number | null;
  readonly form?: Form | undefined;
  readonly refused?: ApiRefused | undefined;
}

function StepFrame(props: StepProps & { children: ComponentChildren }) {
  const { screen, agreement, step, terms, children } = props;
  const { t } = screen;
  const from = agreement.terms.find(({ number }) => number === terms)?.may_enter_from;
  return (
    <Page
      screen={screen}
      title={t(`agreements.step_${step}`)}
      actions={
        <a class="btn" href={addressOf(agreement.reference)}>
          {t('frame.cancel')}
        </a>
      }
    >
      <p class="lead">
        <strong dir="ltr">{agreement.reference}</strong> <UserText text={agreement.title} />
        {terms !== null && <> · {t('agreements.termsNumber', { number: terms })}</>}
      </p>
      <p>{t(`steps.help_${step}`)}</p>
      {step === 'enter_into_force' && from && (
        <p>
          {t('steps.notBefore')} <Instant screen={screen} at={from} />
        </p>
      )}
      {children}
    </Page>
  );
}

/** What terms would bring about once they are in force; where that cannot be told now, why. */
export interface Ahead {
  readonly effect: Effect | undefined;
  readonly refused: ApiRefused | undefined;
}

function OnceInForce({ screen, agreement, ahead }: { screen: Screen; agreement: Agreement; ahead: Ahead }) {
  const { t } = screen;
  const { effect, refused } = ahead;
  return (
    <section>
      <h2>{t('steps.affectsIfForce')}</h2>
      {effect && <EffectView screen={screen} effect={effect} nameOf={namesIn(agreement)} />}
      {refused && (
        <p>{t('steps.cannotTell', { why: faultInWords(screen, refused.code, refused.problem.detail) })}</p>
      )}
    </section>
  );
}

/** The form of a step. One that changes who sees what leads to a page that says whom it affects. */
export function StepPage(props: StepProps & { ahead?: Ahead | undefined }) {
  const { screen, agreement, step, terms, form, refused, ahead } = props;
  const { t } = screen;
  const action = stepAddress(addressOf(agreement.reference), step, terms);
  return (
    <StepFrame {...props}>
      {ahead && <OnceInForce screen={screen} agreement={agreement} ahead={ahead} />}
      {step === 'confirm' ? (
        <Awaiting screen={screen} agreement={agreement} terms={terms} action={action} refused={refused} />
      ) : (
        <div class="narrow card card-body">
          <ActForm screen={screen} action={action}>
            <FormFault screen={screen} refused={refused} />
            <StepFields
              {...{ screen, agreement, step, refused }}
              filled={(field) => form?.text(field) ?? screen.query[field]}
              ticked={(field) => form?.list(field) ?? []}
            />
            <button class="btn btn-primary">
              {isEffective(step) ? t('steps.show') : t('steps.act', { step: t(`agreements.step_${step}`) })}
            </button>
          </ActForm>
        </div>
      )}
    </StepFrame>
  );
}

/** Whom a step affects, then the button that takes it. */
export function SureOfStepPage(props: StepProps & { form: Form; effect: Effect }) {
  const { screen, agreement, step, terms, form, effect } = props;
  const { t } = screen;
  const action = stepAddress(addressOf(agreement.reference), step, terms);
  return (
    <StepFrame {...props}>
      <h2>{t('steps.affects')}</h2>
      <EffectView screen={screen} effect={effect} nameOf={namesIn(agreement)} />
      <ActForm screen={screen} action={action}>
        {STEP_FIELDS[step].flatMap((field) =>
          form.list(field).map((text) => <input type="hidden" name={field} value={text} />),
        )}
        <div class="buttons">
          <button class="btn btn-danger" name="seen" value="yes">
            {t('steps.act', { step: t(`agreements.step_${step}`) })}
          </button>
          <button class="btn" name="again" value="yes">
            {t('steps.back')}
          </button>
        </div>
      </ActForm>
    </StepFrame>
  );
}

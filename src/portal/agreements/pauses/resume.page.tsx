import { Comma } from '../../frame/listed';
import { ActForm, Field, FormFault } from '../../frame/field';
import { faultInWords } from '../../frame/fault.page';
import { Page } from '../../frame/page';
import { UserText } from '../../frame/user-text';
import { hasRole, type Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import type { Pause } from '../agreement';
import type { Effect } from '../what-if/effect';
import { EffectView } from '../what-if/effect-view';
import { scopeOf, PauseTimes } from './pauses';

export interface ResumeProps {
  readonly screen: Screen;
  readonly pause: Pause;
  readonly nameOf: (handle: string) => string;
  /** Whom it affects if it is over; where that is not for the reader, or cannot be told now, why. */
  readonly effect: Effect | undefined;
  readonly untold: ApiRefused | undefined;
  readonly refused?: ApiRefused | undefined;
  readonly reason?: string | undefined;
}

function Asking({ screen, pause, refused, reason }: ResumeProps) {
  const { t } = screen;
  const address = `/portal/agreements/pauses/${pause.id}`;
  const asked = pause.resumption && !pause.resumption.confirmed_at ? pause.resumption : undefined;
  if (!pause.open) return <p>{t('steps.over')}</p>;
  if (pause.recorded_by !== screen.me?.organization.handle) return <p>{t('steps.notYours')}</p>;
  if (!hasRole(screen, 'liaison', 'duty-officer')) return null;
  return (
    <div class="narrow card card-body">
      <ActForm screen={screen} action={asked ? `${address}/confirmation` : address}>
        <FormFault screen={screen} refused={refused} />
        {asked ? (
          <>
            <p>
              {t('steps.askedBy', { who: asked.requested_by ?? '' })}
              {asked.reason && (
                <>
                  {': '}
                  <UserText text={asked.reason} />
                </>
              )}
            </p>
            <button class="btn btn-danger">{t('steps.resumeConfirm')}</button>
          </>
        ) : (
          <>
            <Field
              {...{ screen, refused, name: 'reason', label: t('steps.reason'), required: true }}
              control={(tied) => (
                <textarea {...tied} rows={2} maxLength={2000} dir="auto">
                  {reason}
                </textarea>
              )}
            />
            <button class="btn btn-primary">{t('steps.resumeAsk')}</button>
          </>
        )}
      </ActForm>
    </div>
  );
}

/** A suspension or stop: whom its end affects, then the two steps in which it ends. */
export function ResumePage(props: ResumeProps) {
  const { screen, pause, nameOf, effect, untold } = props;
  const { t } = screen;
  return (
    <Page screen={screen} title={t('steps.resumeTitle')}>
      <p class="lead">
        {t(`agreements.pauseKind_${pause.kind}`)}: {scopeOf(screen, pause, nameOf)}
        <Comma screen={screen} />
        <PauseTimes screen={screen} pause={pause} />
      </p>
      {pause.reason && (
        <p>
          {t('agreements.reason')}: <UserText text={pause.reason} />
        </p>
      )}
      <p>{t('steps.resumeHelp')}</p>
      {pause.open && (
        <section>
          <h2>{t('steps.affects')}</h2>
          {effect && <EffectView screen={screen} effect={effect} nameOf={nameOf} />}
          {untold && (
            <p>{t('steps.cannotTell', { why: faultInWords(screen, untold.code, untold.problem.detail) })}</p>
          )}
        </section>
      )}
      <Asking {...props} />
    </Page>
  );
}

import { ActForm, Field, FormFault } from '../frame/field';
import { Page } from '../frame/page';
import { Instant } from '../frame/time';
import { UserLines, UserText } from '../frame/user-text';
import { hasRole, type Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';
import type { Direction, Pause } from './partners';
import { pauseInWords } from './pauses-now';
import { WhatMayBeTold } from './what-may-be-told';

interface PauseProps {
  screen: Screen;
  pause: Pause;
  /** What flows again if it ends. */
  directions: readonly Direction[];
  reason?: string | undefined;
  refused?: ApiRefused | undefined;
}

/** A stop or suspension, and how it ends: one person asks, another confirms. */
export function PausePage({ screen, pause, directions, reason, refused }: PauseProps) {
  const { t, me } = screen;
  const own = pause.recorded_by === me?.organization.handle;
  const acts = own && pause.open && hasRole(screen, 'duty-officer', 'liaison');
  return (
    <Page screen={screen} title={t('callAndStop.pauseTitle')} labels={['GREEN']}>
      <p>
        <strong>{pauseInWords(screen, pause)}</strong>
      </p>
      <dl class="facts">
        <dt>{t('callAndStop.since')}</dt>
        <dd>
          <Instant screen={screen} at={pause.since} />
        </dd>
        {pause.until && (
          <>
            <dt>{t('callAndStop.until')}</dt>
            <dd>
              <Instant screen={screen} at={pause.until} />
            </dd>
          </>
        )}
        {pause.person && (
          <>
            <dt>{t('callAndStop.by')}</dt>
            <dd>
              <UserText text={pause.person} />
            </dd>
          </>
        )}
        {pause.reason && (
          <>
            <dt>{t('callAndStop.reason')}</dt>
            <dd>
              <UserLines text={pause.reason} />
            </dd>
          </>
        )}
      </dl>
      {!pause.open && <p class="alert alert-success">{t('callAndStop.over')}</p>}
      {acts && (
        <>
          <h2>{t('callAndStop.whatResumes')}</h2>
          {directions.map((direction) => (
            <section>
              <h3>
                <UserText text={direction.counterpart_name} />
              </h3>
              <WhatMayBeTold screen={screen} direction={{ ...direction, paused: false }} />
            </section>
          ))}
          {pause.resumption ? (
            <Confirmation {...{ screen, pause, refused }} />
          ) : (
            <AskForEnd {...{ screen, pause, reason, refused }} />
          )}
        </>
      )}
      <p>
        <a href="/portal/call-and-stop">{t('callAndStop.title')}</a>
      </p>
    </Page>
  );
}

function AskForEnd({ screen, pause, reason, refused }: Omit<PauseProps, 'directions'>) {
  const { t } = screen;
  return (
    <ActForm screen={screen} action={`/portal/call-and-stop/pauses/${pause.id}/resumption`}>
      <FormFault screen={screen} refused={refused} />
      <p>{t('callAndStop.twoPeople')}</p>
      <Field
        {...{ screen, refused, name: 'reason', label: t('callAndStop.resumeReason'), required: true }}
        control={(tied) => (
          <textarea {...tied} rows={3} minLength={3} maxLength={2000} dir="auto">
            {reason}
          </textarea>
        )}
      />
      <button class="btn btn-primary">{t('callAndStop.askForEnd')}</button>
    </ActForm>
  );
}

function Confirmation({ screen, pause, refused }: Omit<PauseProps, 'directions' | 'reason'>) {
  const { t } = screen;
  const { requested_at, requested_by, reason } = pause.resumption!;
  return (
    <ActForm screen={screen} action={`/portal/call-and-stop/pauses/${pause.id}/confirmation`}>
      <FormFault screen={screen} refused={refused} />
      <p>
        {t('callAndStop.endAskedBy', { name: requested_by ?? '' })}{' '}
        <Instant screen={screen} at={requested_at} />
      </p>
      {reason && <UserLines text={reason} />}
      <p>{t('callAndStop.anotherConfirms')}</p>
      <button class="btn btn-primary">{t('callAndStop.confirmEnd')}</button>
    </ActForm>
  );
}

import { ActForm, Field, FormFault } from '../frame/field';
import { Facts } from '../frame/facts';
import { listOf } from '../frame/listed';
import { Page } from '../frame/page';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import { hasRole, type Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';
import { StateBadge } from './activities.page';
import { ACTIVITIES, type Activity, thereAt } from './activity';

interface ActivityProps {
  screen: Screen;
  activity: Activity;
  refused?: ApiRefused | undefined;
}

/** What may be recorded of it now: by an organizer what became of it, and by whoever is named what proves it. */
function Acts({ screen, activity, refused }: ActivityProps) {
  const { t } = screen;
  const { id, state, part } = activity;
  if (!hasRole(screen, 'liaison')) return null;
  const organizes = part === 'organizer';
  const open = state !== 'done' && state !== 'cancelled';
  return (
    <section>
      <FormFault screen={screen} refused={refused} />
      {organizes && state === 'over' && (
        <ActForm screen={screen} action={`${ACTIVITIES}/${id}/completion`}>
          <button class="btn btn-primary">{t('activities.recordDone')}</button>
        </ActForm>
      )}
      {organizes && open && (
        <details>
          <summary>{t('activities.cancel')}</summary>
          <ActForm screen={screen} action={`${ACTIVITIES}/${id}/cancellation`}>
            <Field
              {...{ screen, refused, name: 'reason', label: t('activities.reason'), required: true }}
              hint={t('activities.reasonHint')}
              control={(tied) => <input {...tied} minLength={3} maxLength={2000} dir="auto" />}
            />
            <button class="btn btn-danger">{t('activities.cancel')}</button>
          </ActForm>
        </details>
      )}
      {state === 'done' && (
        <details open={refused !== undefined}>
          <summary>{t('activities.addEvidence')}</summary>
          <ActForm screen={screen} action={`${ACTIVITIES}/${id}/evidence`}>
            <Field
              {...{ screen, refused, name: 'text', label: t('activities.evidenceText'), required: true }}
              control={(tied) => <textarea {...tied} rows={3} minLength={3} maxLength={2000} dir="auto" />}
            />
            <Field
              {...{ screen, refused, name: 'sha256', label: t('activities.hash') }}
              hint={t('activities.hashHint')}
              control={(tied) => <input {...tied} maxLength={64} dir="ltr" />}
            />
            <button class="btn btn-primary">{t('activities.addEvidence')}</button>
          </ActForm>
        </details>
      )}
    </section>
  );
}

/** One activity: when and where, who, what became of it and what proves it. */
export function ActivityPage({ screen, activity, refused }: ActivityProps) {
  const { t } = screen;
  const { id, title, kind, place, starts_at, ends_at, time_zone: zone, parties, evidence, state } = activity;
  const namesOf = (part: string) => parties.filter((one) => one.part === part).map(({ name }) => name);
  const when = (at: string) => (
    <>
      <Instant screen={screen} at={at} /> <span class="text-secondary">{t('activities.there')}</span>{' '}
      <bdi>{thereAt(screen, at, zone)}</bdi>
    </>
  );
  const actions = (
    <a class="btn" href={`${ACTIVITIES}/${id}/calendar`}>
      {t('activities.calendar')}
    </a>
  );
  return (
    <Page screen={screen} title={t('activities.one')} actions={actions}>
      <h2>
        <UserText text={title} /> <StateBadge {...{ screen, state }} />
      </h2>
      {activity.reason && (
        <p class="alert alert-warning">
          {t('activities.calledOff')} <UserText text={activity.reason} />
        </p>
      )}
      <Facts
        facts={[
          [t('activities.kind'), t(`activities.kind_${kind}`)],
          [t('activities.begins'), when(starts_at)],
          [t('activities.ends'), when(ends_at)],
          [t('activities.place'), place && <UserText text={place} />],
          [t('activities.organizers'), listOf(screen, namesOf('organizer'))],
          [t('activities.participants'), listOf(screen, namesOf('participant'))],
          [
            t('activities.agreement'),
            <a href={`/portal/agreements/${activity.agreement}`} dir="ltr">
              {activity.agreement}
            </a>,
          ],
        ]}
      />
      {evidence.length > 0 && (
        <section>
          <h3>{t('activities.evidence')}</h3>
          <ul>
            {evidence.map(({ text, sha256, at, by }) => (
              <li>
                <UserText text={text} /> <bdi>{by}</bdi> <Instant screen={screen} at={at} />
                {sha256 && (
                  <div>
                    <code dir="ltr">{sha256}</code>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Acts {...{ screen, activity, refused }} />
    </Page>
  );
}

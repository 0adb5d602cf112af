import type { components } from '../../../docs/openapi';
import { ActForm, Field, FormFault } from '../frame/field';
import { Page } from '../frame/page';
import { UserText } from '../frame/user-text';
import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';

export type Effect = components['schemas']['DryRunView'];

interface StopProps {
  screen: Screen;
  partner: { handle: string; name: string };
  effect: Effect;
  reason?: string | undefined;
  refused?: ApiRefused | undefined;
}

/** Asks once more before sending stops, and says whom it affects. The reason is for the own side alone. */
export function StopPage({ screen, partner: { handle, name }, effect, reason, refused }: StopProps) {
  const { t } = screen;
  return (
    <Page screen={screen} title={t('callAndStop.stopTitle')}>
      <p>
        {t('callAndStop.stopTeam')}{' '}
        <strong>
          <UserText text={name} />
        </strong>
      </p>
      <ul>
        {effect.teams.map(({ team, loses }) => (
          <li>{t('callAndStop.loses', { team: team === handle ? name : team, count: loses.count })}</li>
        ))}
        <li>{t('callAndStop.stopsAtOnce')}</li>
        <li>{t('callAndStop.stopIsTold')}</li>
        <li>{t('callAndStop.stopEnds')}</li>
      </ul>
      <ActForm screen={screen} action={`/portal/call-and-stop/${handle}/stop`}>
        <FormFault screen={screen} refused={refused} />
        <Field
          {...{ screen, refused, name: 'reason', label: t('callAndStop.reason'), required: true }}
          hint={t('callAndStop.reasonHint')}
          control={(tied) => (
            <textarea {...tied} rows={3} minLength={3} maxLength={2000} dir="auto" autofocus>
              {reason}
            </textarea>
          )}
        />
        <button class="btn btn-danger btn-lg" data-ctrl-enter>
          {t('callAndStop.stopNow')}
        </button>{' '}
        <a class="btn" href="/portal/call-and-stop">
          {t('frame.cancel')}
        </a>
      </ActForm>
    </Page>
  );
}

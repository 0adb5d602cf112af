import { typesInWords } from '../agreements/pauses/pauses';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import { hasRole, type Screen } from '../screen/screen';
import type { Pause } from './partners';

/** A pause in a sentence: what is stopped, from whom to whom. */
export function pauseInWords(screen: Screen, pause: Pause): string {
  const { t } = screen;
  const { kind, from, to, agreement, information_types: some } = pause;
  if (kind === 'stop') return t('callAndStop.pause_stop', { from: from ?? '', to: to ?? '' });
  const types = some && typesInWords(screen, some);
  if (from === null || to === null)
    return types
      ? t('callAndStop.pause_types', { agreement: agreement ?? '', types })
      : t('callAndStop.pause_whole', { agreement: agreement ?? '' });
  if (types) return t('callAndStop.pause_direction_types', { agreement: agreement ?? '', from, to, types });
  return t('callAndStop.pause_direction', { agreement: agreement ?? '', from, to });
}

/** What is stopped or suspended now, with who asked for its end. */
export function PausesNow({ screen, pauses }: { screen: Screen; pauses: readonly Pause[] }) {
  const { t, me } = screen;
  if (pauses.length === 0) return <p>{t('callAndStop.nothingStopped')}</p>;
  return (
    <ul class="pauses">
      {pauses.map((pause) => (
        <li>
          <a href={`/portal/agreements/pauses/${pause.id}`}>{pauseInWords(screen, pause)}</a>{' '}
          {t('callAndStop.since')} <Instant screen={screen} at={pause.since} />
          {pause.reason && (
            <div class="text-secondary">
              <UserText text={pause.reason} />
            </div>
          )}
          {pause.resumption && pause.resumption.confirmed_at === null && (
            <strong>
              {t(
                pause.recorded_by === me?.organization.handle && hasRole(screen, 'duty-officer', 'liaison')
                  ? 'callAndStop.waitsForSecond'
                  : 'callAndStop.resumptionAsked',
              )}
            </strong>
          )}
        </li>
      ))}
    </ul>
  );
}

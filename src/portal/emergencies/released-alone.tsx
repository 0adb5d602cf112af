import { Instant } from '../frame/time';
import { hasRole, type Screen } from '../screen/screen';
import { type Emergency, type Kind, pathOfEmergency, pathOfReleasingAlone, waits } from './emergency';

/** What one person released alone, loud until another has looked at it; afterwards where that is read. */
export function ReleasedAlone({ screen, alone }: { screen: Screen; alone: readonly Emergency[] }) {
  const { t } = screen;
  return (
    <>
      {alone.map((one) => (
        <p
          class={`alert ${waits(one) ? 'alert-danger' : 'alert-info'}`}
          role={waits(one) ? 'alert' : undefined}
        >
          {waits(one) ? (
            <>
              <strong>
                {t(one.state === 'overdue' ? 'emergencies.overdueBanner' : 'emergencies.openBanner', {
                  name: one.released_by,
                  version: one.version,
                })}{' '}
                <Instant screen={screen} at={one.due_at} />
              </strong>{' '}
            </>
          ) : (
            <>
              {t('emergencies.title')} ({t('emergencies.version')} {one.version}):{' '}
              {t(`emergencies.state_${one.state}`)}{' '}
            </>
          )}
          <a href={pathOfEmergency(one.id)}>{t('emergencies.look')}</a>
        </p>
      ))}
    </>
  );
}

/** The way to release an own item alone, for who may. */
export function AloneLink({ screen, kind, id }: { screen: Screen; kind: Kind; id: string }) {
  if (!hasRole(screen, 'releaser', 'duty-officer')) return null;
  return (
    <a class="btn btn-danger" href={pathOfReleasingAlone(kind, id)}>
      {screen.t('emergencies.release')}
    </a>
  );
}

import type { components } from '../../../docs/openapi';
import { hasRole, type Screen } from '../screen/screen';
import { tried } from '../web-api/refused';
import { Instant } from './time';
import { UserText } from './user-text';

export type RedStanding = components['schemas']['RedStandingView'];

const TOLD = ['analyst', 'releaser', 'liaison', 'duty-officer', 'auditor'] as const;

/** Whom RED may go to in each direction; nothing where the reader is not told, or it could not be had. */
export async function redStandings(screen: Screen): Promise<readonly RedStanding[]> {
  if (!hasRole(screen, ...TOLD)) return [];
  const { data } = await tried(screen.api.GET('/api/v1/red-standing'));
  return data?.items ?? [];
}

/** Where nobody is held verified, nothing that is marked RED goes. */
export const isStopped = ({ verified }: RedStanding): boolean => verified === 0;

/** Directions in which RED goes to nobody, each with since when; nothing where there are none. */
export function RedStopped({ screen, standings }: { screen: Screen; standings: readonly RedStanding[] }) {
  const { t } = screen;
  const stopped = standings.filter(isStopped);
  if (stopped.length === 0) return null;
  return (
    <div class="alert alert-warning" role="note">
      <ul class="red-stopped">
        {stopped.map((standing) => (
          <li>
            {t(`cooperation.redStopped_${standing.side}`)} <UserText text={standing.counterpart_name} />{' '}
            {standing.lapsed_at && (
              <>
                ({t('cooperation.lapsedAt')} <Instant screen={screen} at={standing.lapsed_at} />)
              </>
            )}{' '}
            {standing.side === 'theirs' && hasRole(screen, 'liaison', 'duty-officer') && (
              <a class="screen-only" href={`/portal/call-and-stop#${standing.counterpart}`}>
                {t('cooperation.callThem')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

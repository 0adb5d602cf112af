import type { components } from '../../../../docs/openapi';
import type { Screen } from '../../screen/screen';
import { Team } from '../../frame/recipients';

export type Effect = components['schemas']['DryRunView'];

/** Which teams get or lose how much. */
export function EffectOn({ screen, effect }: { screen: Screen; effect: Effect }) {
  const { t } = screen;
  if (effect.teams.length === 0) return <p class="empty-list">{t('advisories.affectsNobody')}</p>;
  return (
    <ul>
      {effect.teams.map(({ team, gets, loses }) => (
        <li>
          <strong>
            <Team screen={screen} team={team} />
          </strong>{' '}
          {gets.count > 0 && t('advisories.gets', { count: gets.count })}{' '}
          {loses.count > 0 && t('advisories.loses', { count: loses.count })}
        </li>
      ))}
    </ul>
  );
}

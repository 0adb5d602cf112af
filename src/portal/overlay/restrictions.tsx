import { listOf } from '../frame/listed';
import { inWords } from '../frame/terms';
import { UserText } from '../frame/user-text';
import type { Screen } from '../screen/screen';
import type { OverlayVersion } from './overlay-form';

type Restriction = OverlayVersion['restrictions'][number];

function whereIn({ t, language }: Screen, { countries, public: bars }: Restriction): string {
  const where = countries === 'abroad' ? t('overlay.abroad') : listOf({ language }, countries);
  return listOf(
    { language },
    [where, bars ? t('overlay.barsPublic') : ''].filter((one) => one !== ''),
  );
}

/** What a version withholds, each with the clause of the law. */
export function Restrictions({ screen, version }: { screen: Screen; version: OverlayVersion }) {
  const { t } = screen;
  if (version.restrictions.length === 0) return <p class="empty-list">{t('overlay.nothing')}</p>;
  return (
    <ul>
      {version.restrictions.map((one) => (
        <li>
          <strong>
            <UserText text={one.clause} />
          </strong>
          : {t(`overlay.direction_${one.direction}`)} ·{' '}
          {one.information_types === 'any'
            ? t('overlay.anyType')
            : listOf(
                screen,
                one.information_types.map((type) => inWords(screen, 'type', type)),
              )}{' '}
          · <bdi>{one.least_tlp ? `TLP:${one.least_tlp} +` : t('overlay.anyLabel')}</bdi> ·{' '}
          {whereIn(screen, one)}
        </li>
      ))}
    </ul>
  );
}

import { pathOfItem } from '../frame/item-path';
import type { Screen } from '../screen/screen';

/** Beside parts that tell of victims: what these consent to. */
export function LinkToVictims({
  screen,
  kind,
  id,
  parts,
}: {
  screen: Screen;
  kind: 'advisory' | 'incident';
  id: string;
  parts: readonly { tags: readonly string[] }[];
}) {
  if (!parts.some(({ tags }) => tags.includes('victim_identity'))) return null;
  return (
    <p>
      <a href={`${pathOfItem(kind, id)}/victim-consents`}>{screen.t('victims.open')}</a>
    </p>
  );
}

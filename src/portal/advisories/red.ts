import { type RedStanding, redStandings } from '../frame/red-standing';
import type { Screen } from '../screen/screen';
import { labelsOf, latestOf, type OwnAdvisory } from './advisory';

/** How the reader's organization stands to the duty officers of its partners, where something of the advisory is RED. */
export async function standingsFor(screen: Screen, advisory: OwnAdvisory): Promise<readonly RedStanding[]> {
  if (!labelsOf(latestOf(advisory)).includes('RED')) return [];
  return (await redStandings(screen)).filter(({ side }) => side === 'theirs');
}

import { localOf, shownFor } from '../../frame/local-time';
import { latestOf } from '../../incidents/incident';
import { ownCase } from '../../incidents/cases/read-case';
import type { Screen } from '../../screen/screen';
import { type DraftFields, EMPTY } from './draft-form';

/**
 * What an advisory from a case begins with: its words and how it is labelled, embargo included. Its parts are not taken over, since they may
 * name a victim, nor is whom it may go to: the analyst says both anew.
 */
export async function fieldsFromCase(screen: Screen, id: string): Promise<DraftFields> {
  const { title, summary, handling } = latestOf(await ownCase(screen, id));
  const { tlp, pap, categories, sectors, severity, nexus, embargo_until: embargo } = handling;
  return {
    ...EMPTY,
    ...{ title, summary: summary ?? '', lang: screen.language, tlp: tlp ?? '', severity: severity ?? '' },
    ...{
      categories: categories ?? [],
      sectors: sectors ?? [],
      pap: pap ?? '',
      nexus: (nexus ?? []).join(' '),
    },
    embargo: localOf(screen.zone, embargo ?? ''),
    embargoShown: shownFor(screen.zone, embargo),
  };
}

import { latestOf } from '../../incidents/incident';
import { ownCase } from '../../incidents/cases/read-case';
import type { Screen } from '../../screen/screen';
import { type DraftFields, EMPTY } from './draft-form';

/**
 * What an advisory from a case begins with: its words and how it is labelled. Its parts are not taken over, since they may
 * name a victim, nor is whom it may go to: the analyst says both anew.
 */
export async function fieldsFromCase(screen: Screen, id: string): Promise<DraftFields> {
  const { title, summary, handling } = latestOf(await ownCase(screen, id));
  const { tlp, categories, sectors, severity } = handling;
  return {
    ...EMPTY,
    ...{ title, summary: summary ?? '', lang: screen.language, tlp: tlp ?? '', severity: severity ?? '' },
    ...{ categories: categories ?? [], sectors: sectors ?? [] },
  };
}

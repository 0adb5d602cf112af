import type { ItemVersionRow } from '../../disclosure';

/** What the content of an incident holds besides its title; details are left out where there are none. */
export interface CaseContent {
  summary: string;
  details?: string;
}

/** A version with its content as this capability wrote it. */
export type CaseVersion = Omit<ItemVersionRow, 'content'> & { content: CaseContent };

/** Items of the kind `incident` are written here and by app.open_case only, so their content is known. */
export const asCaseVersion = (version: ItemVersionRow): CaseVersion => version as CaseVersion;

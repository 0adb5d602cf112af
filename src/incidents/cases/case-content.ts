import type { ItemVersionRow } from '../../disclosure';

/** What the content of an incident holds besides its title; what there is not is left out. */
export interface CaseContent {
  summary: string;
  details?: string;
  /** When its owner became aware of it, if she opened it herself; nobody else reads it. */
  aware_at?: string;
}

/** A version with its content as this capability wrote it. */
export type CaseVersion = Omit<ItemVersionRow, 'content'> & { content: CaseContent };

/** Items of the kind `incident` are written here and by app.open_case only, so their content is known. */
export const asCaseVersion = (version: ItemVersionRow): CaseVersion => version as CaseVersion;

import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import type { DraftFields } from './draft-form';

/** Whom an audience may name, and whom TLP:RED. */
export interface Choosable {
  readonly organizations: readonly { handle: string; name: string }[];
  readonly officers: readonly { id: string; name: string; organization: string }[];
}

/** What fields are made with. */
export interface Editing {
  readonly screen: Screen;
  readonly fields: DraftFields;
  readonly refused: ApiRefused | undefined;
  readonly notesFor: (field: string) => string[];
}

import * as agreements from './agreement.entity';
import * as descriptions from './description/description.entity';
import * as pauses from './pause.entity';
import { SupersessionRow } from './succession/supersession.entity';

/** The tables of this capability, for the data source and the comparison with the migrated schema. */
export const agreementEntities: (new () => object)[] = [
  ...Object.values(agreements),
  ...Object.values(descriptions),
  ...Object.values(pauses),
  SupersessionRow,
];

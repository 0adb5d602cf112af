import { accountEntities } from './accounts';
import { agreementEntities } from './agreements';
import { itemEntities } from './disclosure';
import { OrganizationRow } from './organizations';
import { recordEntities } from './record';

/** Every entity, for the data source and for the comparison with the migrated schema. */
export const entities = [
  ...recordEntities,
  ...itemEntities,
  OrganizationRow,
  ...accountEntities,
  ...agreementEntities,
];

import { accountEntities } from './accounts';
import { advisoryEntities } from './advisories';
import { agreementEntities } from './agreements';
import { AcknowledgementRow, itemEntities } from './disclosure';
import { incidentEntities } from './incidents';
import { organizationEntities } from './organizations';
import { KeptAnswerRow } from './platform/idempotency/kept-answer.entity';
import { recordEntities } from './record';

/** Every entity, for the data source and for the comparison with the migrated schema. */
export const entities = [
  KeptAnswerRow,
  ...recordEntities,
  ...itemEntities,
  AcknowledgementRow,
  ...organizationEntities,
  ...accountEntities,
  ...agreementEntities,
  ...advisoryEntities,
  ...incidentEntities,
];

import { contactEntities } from './contacts/contact.entity';
import { keyEntities } from './keys/key.entity';
import { OrganizationMergerRow } from './merge/merger.entity';
import { OrganizationNamingRow } from './names/naming.entity';
import { OrganizationNamespaceRow } from './namespace/namespace.entity';
import { OrganizationRow } from './organization.entity';
import { OrganizationProfileRow } from './profile/profile.entity';

/** The tables of this capability, for the data source. */
export const organizationEntities = [
  OrganizationRow,
  OrganizationProfileRow,
  OrganizationNamingRow,
  OrganizationNamespaceRow,
  OrganizationMergerRow,
  ...contactEntities,
  ...keyEntities,
];

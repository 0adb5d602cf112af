export { ContactView } from './contacts/contacts.view';
export { DescribeOrganization, type OrganizationState } from './describe-organization';
export { createOrganization, findOrganization, type NewOrganization } from './create-organization';
export {
  mergeOrganizations,
  type Membership,
  type MergerPreview,
  type WantedMerger,
} from './merge/merge-organizations';
export { setNamespace } from './namespace/set-namespace';
export { asOperator, type Operator } from './operator';
export { IsTimeZone, Line } from './fields';
export type { Organization } from './organization';
export { Organizations } from './organizations';
export { OrganizationsModule } from './organizations.module';
export { ORGANIZATION_KINDS, type OrganizationKind } from './rules/organization';
export { RecordedBy } from './recorded-by.dto';
export { organizationEntities } from './entities';

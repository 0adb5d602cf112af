import type { OrganizationRow } from './organization.entity';

/** A team, ministry or body, as other capabilities know it. The id stays inside; outside it is the handle. */
export type Organization = Readonly<
  Pick<OrganizationRow, 'id' | 'handle' | 'name' | 'kind' | 'country' | 'parentId' | 'namespace'>
>;

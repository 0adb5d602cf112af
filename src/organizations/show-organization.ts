import { Injectable } from '@nestjs/common';
import type { Organization } from './organization';
import { Organizations } from './organizations';
import { type OrganizationView, presentOrganization } from './organizations.dto';

/** Shows one organization, by the handle under which it is addressed. */
@Injectable()
export class ShowOrganization {
  constructor(private readonly organizations: Organizations) {}

  /** @throws Refusal `not-found` */
  async byHandle(handle: string): Promise<OrganizationView> {
    return this.present(await this.organizations.byHandle(handle));
  }

  async present(organization: Organization): Promise<OrganizationView> {
    const { parentId } = organization;
    return presentOrganization(organization, await this.organizations.byIds(parentId ? [parentId] : []));
  }
}

import { Injectable } from '@nestjs/common';
import type { Organization } from './organization';
import { Organizations } from './organizations';
import { type OrganizationDetail, type OrganizationView, presentOrganization } from './organizations.dto';
import { OrganizationsStore } from './organizations.store';
import { presentProfile } from './profile/present-profile';
import { ProfilesStore } from './profile/profiles.store';

/** Shows one organization, by the handle under which it is addressed. */
@Injectable()
export class ShowOrganization {
  constructor(
    private readonly organizations: Organizations,
    private readonly store: OrganizationsStore,
    private readonly profiles: ProfilesStore,
  ) {}

  /** An organization with what it says of itself. @throws Refusal `not-found` */
  async byHandle(handle: string): Promise<OrganizationDetail> {
    const found = await this.organizations.byHandle(handle);
    const profile = await this.profiles.current(found.id);
    const merged = await this.store.mergedInto(found.id);
    return { ...(await this.present(found)), profile: profile ? presentProfile(profile) : null, merged };
  }

  async present(organization: Organization): Promise<OrganizationView> {
    const { parentId } = organization;
    return presentOrganization(organization, await this.organizations.byIds(parentId ? [parentId] : []));
  }
}

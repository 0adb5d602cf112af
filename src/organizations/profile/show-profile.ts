import { Injectable } from '@nestjs/common';
import { versioned } from '../../platform/conditional/versioned';
import { Refusal } from '../../platform/refusal';
import type { Organization } from '../organization';
import { Organizations } from '../organizations';
import { presentProfile } from './present-profile';
import type { OrganizationProfileView } from './profile.dto';
import { ProfilesStore, type ProfileVersion } from './profiles.store';

/** Shows what an organization says of itself, by the handle under which it is addressed. */
@Injectable()
export class ShowProfile {
  constructor(
    private readonly organizations: Organizations,
    private readonly store: ProfilesStore,
  ) {}

  /** @throws Refusal `not-found` for an organization that is not there, and for one without a profile */
  async find(handle: string): Promise<{ organization: Organization; profile: ProfileVersion }> {
    const organization = await this.organizations.byHandle(handle);
    const profile = await this.store.current(organization.id);
    if (!profile) throw Refusal.notFound();
    return { organization, profile };
  }

  async byHandle(handle: string): Promise<OrganizationProfileView> {
    return presentProfile((await this.find(handle)).profile);
  }
}

/** On routes that read or change the profile of an organization. */
export const VersionedProfile = versioned({
  kind: 'profile',
  named: ['handle'],
  reader: ShowProfile,
  read: (show, handle) => show.byHandle(handle),
  confidential: false,
});

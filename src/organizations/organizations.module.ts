import { Module } from '@nestjs/common';
import { AddConstituent } from './add-constituent';
import { ListOrganizations } from './list-organizations';
import { NamesStore } from './names/names.store';
import { Rename } from './names/rename';
import { Organizations } from './organizations';
import { OrganizationsController } from './organizations.controller';
import { OrganizationsStore } from './organizations.store';
import { OwnOrganization } from './own-organization';
import { Paging } from './paging';
import { ChangeProfile } from './profile/change-profile';
import { ExportProfile } from './profile/export-profile';
import { ProfilesController } from './profile/profiles.controller';
import { ProfilesStore } from './profile/profiles.store';

const directory = [OrganizationsStore, Organizations, OwnOrganization, Paging, ListOrganizations];
const profile = [ProfilesStore, ChangeProfile, ExportProfile];
const names = [NamesStore, Rename];

/** Who is who, and what each says of itself. */
@Module({
  controllers: [OrganizationsController, ProfilesController],
  providers: [...directory, AddConstituent, ...profile, ...names],
  exports: [Organizations],
})
export class OrganizationsModule {}

import { Module } from '@nestjs/common';
import { AddConstituent } from './add-constituent';
import { ListOrganizations } from './list-organizations';
import { Organizations } from './organizations';
import { OrganizationsController } from './organizations.controller';
import { OrganizationsStore } from './organizations.store';
import { ShowOrganization } from './show-organization';

@Module({
  controllers: [OrganizationsController],
  providers: [OrganizationsStore, Organizations, ListOrganizations, AddConstituent, ShowOrganization],
  exports: [Organizations],
})
export class OrganizationsModule {}

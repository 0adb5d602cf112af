import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Access } from '../platform/access';
import { AddConstituent } from './add-constituent';
import { ListOrganizations } from './list-organizations';
import type { Organization } from './organization';
import { Organizations } from './organizations';
import {
  AddConstituentBody,
  ListOrganizationsQuery,
  type OrganizationPage,
  type OrganizationView,
  presentOrganization,
} from './organizations.dto';

@Controller('api/v1/organizations')
export class OrganizationsController {
  constructor(
    private readonly organizations: Organizations,
    private readonly listOrganizations: ListOrganizations,
    private readonly addConstituent: AddConstituent,
  ) {}

  @Get()
  @Access('person', 'api-key')
  async list(@Query() query: ListOrganizationsQuery): Promise<OrganizationPage> {
    const { page, next } = await this.listOrganizations.run(query);
    return { items: await this.present(page), next };
  }

  @Get(':handle')
  @Access('person', 'api-key')
  async show(@Param('handle') handle: string): Promise<OrganizationView> {
    return this.presentOne(await this.organizations.byHandle(handle));
  }

  @Post()
  @Access('administrator')
  async add(@Body() body: AddConstituentBody): Promise<OrganizationView> {
    return this.presentOne(await this.addConstituent.run(body));
  }

  private async present(page: readonly Organization[]): Promise<OrganizationView[]> {
    const parents = await this.organizations.byIds(page.flatMap(({ parentId }) => parentId ?? []));
    return page.map((organization) => presentOrganization(organization, parents));
  }

  private async presentOne(organization: Organization): Promise<OrganizationView> {
    const { parentId } = organization;
    return presentOrganization(organization, await this.organizations.byIds(parentId ? [parentId] : []));
  }
}

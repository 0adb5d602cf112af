import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { Access } from '../platform/access';
import { AddConstituent } from './add-constituent';
import { ListOrganizations } from './list-organizations';
import type { Organization } from './organization';
import { Organizations } from './organizations';
import {
  AddConstituentBody,
  ListOrganizationsQuery,
  OrganizationDetail,
  OrganizationPage,
  OrganizationView,
  presentOrganization,
} from './organizations.dto';
import { PageQuery } from '../platform/paging';
import { ShowOrganization } from './show-organization';
import { VersionedOrganization } from './versioned-organization';

@ApiTags('organizations')
@ApiBearerAuth()
@Controller('api/v1/organizations')
export class OrganizationsController {
  constructor(
    private readonly organizations: Organizations,
    private readonly listOrganizations: ListOrganizations,
    private readonly addConstituent: AddConstituent,
    private readonly showOrganization: ShowOrganization,
  ) {}

  @Get()
  @Access('person', 'api-key')
  @ApiOperation({ summary: 'List the organizations, in the order of their handles' })
  @ApiOkResponse({ type: OrganizationPage })
  async list(@Query() query: ListOrganizationsQuery): Promise<OrganizationPage> {
    const { page, next } = await this.listOrganizations.run(query);
    return { items: await this.present(page), next };
  }

  @Get(':handle')
  @VersionedOrganization
  @Access('person', 'api-key')
  @ApiOperation({ summary: 'Read an organization and its profile' })
  @ApiParam({ name: 'handle', example: 'pkcert' })
  @ApiOkResponse({ type: OrganizationDetail })
  @ApiNotFoundResponse({ description: 'No organization has this handle' })
  async show(@Param('handle') handle: string): Promise<OrganizationDetail> {
    return this.showOrganization.byHandle(handle);
  }

  @Get(':handle/constituents')
  @Access('person', 'api-key')
  @ApiOperation({ summary: 'List the constituents of an organization, in the order of their handles' })
  @ApiParam({ name: 'handle', example: 'pkcert' })
  @ApiOkResponse({ type: OrganizationPage })
  @ApiNotFoundResponse({ description: 'No organization has this handle' })
  async constituents(@Param('handle') handle: string, @Query() query: PageQuery): Promise<OrganizationPage> {
    const { id } = await this.organizations.byHandle(handle);
    const { page, next } = await this.listOrganizations.below(id, query);
    return { items: await this.present(page), next };
  }

  @Post()
  @Access('administrator')
  @ApiOperation({
    summary: 'Add a sectoral CERT below your own organization',
    description: 'It belongs to the same country. Only a national CERT has constituents.',
  })
  @ApiCreatedResponse({ type: OrganizationView })
  @ApiForbiddenResponse({ description: 'Your organization is no national CERT' })
  @ApiConflictResponse({ description: 'Another organization has this handle' })
  async add(@Body() body: AddConstituentBody): Promise<OrganizationView> {
    return this.showOrganization.present(await this.addConstituent.run(body));
  }

  private async present(page: readonly Organization[]): Promise<OrganizationView[]> {
    const parents = await this.organizations.byIds(page.flatMap(({ parentId }) => parentId ?? []));
    return page.map((organization) => presentOrganization(organization, parents));
  }
}

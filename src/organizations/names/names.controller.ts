import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { SetNamespace } from '../namespace/set-namespace';
import { Organizations } from '../organizations';
import { OwnOrganization } from '../own-organization';
import { PageQuery, Paging } from '../../platform/paging';
import { VersionedOrganization } from '../versioned-organization';
import { NamePage, NamespaceBody, presentNaming } from './names.dto';
import { NamesStore, type Naming } from './names.store';

@ApiTags('organizations')
@ApiBearerAuth()
@ApiParam({ name: 'handle', example: 'pkcert' })
@Controller('api/v1/organizations/:handle')
export class NamesController {
  constructor(
    private readonly organizations: Organizations,
    private readonly own: OwnOrganization,
    private readonly store: NamesStore,
    private readonly paging: Paging,
    private readonly setNamespace: SetNamespace,
  ) {}

  @Get('names')
  @Access('person', 'api-key')
  @ApiOperation({ summary: 'List the names that an organization has had' })
  @ApiOkResponse({ type: NamePage })
  @ApiNotFoundResponse({ description: 'No organization has this handle' })
  async names(@Param('handle') handle: string, @Query() query: PageQuery): Promise<NamePage> {
    const { id } = await this.organizations.byHandle(handle);
    const { page, next } = await this.paging.page(query, {
      name: `names|${id}`,
      placeOf: ({ number }: Naming) => [String(number)],
      load: ([before], limit) => this.store.history(id, before, limit),
    });
    return { items: page.map(presentNaming), next };
  }

  @Put('namespace')
  @HttpCode(204)
  @VersionedOrganization
  @Access('administrator')
  @ApiOperation({
    summary: 'Give your own organization a namespace, if it has none',
    description: 'Without one it cannot release advisories. Documents are known by it, so it never changes.',
  })
  @ApiNoContentResponse()
  @ApiForbiddenResponse({ description: 'It is not your organization' })
  @ApiConflictResponse({
    description: 'It has another namespace already, or another organization has this one',
  })
  async namespace(@Param('handle') handle: string, @Body() { namespace }: NamespaceBody): Promise<void> {
    await this.setNamespace.run(await this.own.toChange(handle), namespace);
  }
}

import { Body, Controller, Get, Param, Put, Query, Req, StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { Access } from '../../platform/access';
import { Refusal } from '../../platform/refusal';
import { OwnOrganization } from '../own-organization';
import { PageQuery, Paging } from '../../platform/paging';
import { ChangeProfile } from './change-profile';
import { ExportProfile } from './export-profile';
import { presentProfile, presentVersion } from './present-profile';
import { ChangeProfileBody, ProfileVersionPage, OrganizationProfileView } from './profile.dto';
import { type AuthoredVersion, ProfilesStore } from './profiles.store';
import { ShowProfile, VersionedProfile } from './show-profile';

const LAST = 2_147_483_647;
const HANDLE = { name: 'handle', example: 'pkcert' };

@ApiTags('organizations')
@ApiBearerAuth()
@Controller('api/v1/organizations/:handle/profile')
export class ProfilesController {
  constructor(
    private readonly showProfile: ShowProfile,
    private readonly own: OwnOrganization,
    private readonly store: ProfilesStore,
    private readonly paging: Paging,
    private readonly changeProfile: ChangeProfile,
    private readonly exportProfile: ExportProfile,
  ) {}

  @Get()
  @VersionedProfile
  @Access('person', 'api-key')
  @ApiOperation({
    summary: 'Read the profile of an organization, or download it as text',
    description: 'With `Accept: text/plain` it is the text that RFC 2350 describes, with contacts and keys.',
  })
  @ApiParam(HANDLE)
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(OrganizationProfileView) } },
      'text/plain': { schema: { type: 'string' } },
    },
  })
  @ApiNotFoundResponse({ description: 'There is no such organization, or it has no profile' })
  async show(
    @Param('handle') handle: string,
    @Req() request: Request,
  ): Promise<OrganizationProfileView | StreamableFile> {
    const form = request.accepts('application/json', 'text/plain');
    if (!form)
      throw new Refusal('not-acceptable', 406, 'This is served as application/json and as text/plain.');
    const { organization, profile } = await this.showProfile.find(handle);
    if (form === 'application/json') return presentProfile(profile);
    const text = await this.exportProfile.run(organization.id, profile);
    return new StreamableFile(Buffer.from(text), {
      type: 'text/plain; charset=utf-8',
      disposition: `attachment; filename="${organization.handle}-rfc2350.txt"`,
    });
  }

  @Put()
  @VersionedProfile
  @Access('administrator')
  @ApiOperation({
    summary: 'Replace the profile of your own organization',
    description: 'It becomes a new version. Another name becomes the name of the organization.',
  })
  @ApiParam(HANDLE)
  @ApiOkResponse({ type: OrganizationProfileView })
  @ApiForbiddenResponse({ description: 'It is not your organization' })
  @ApiConflictResponse({ description: 'Somebody was faster, or another organization has the name' })
  async change(
    @Param('handle') handle: string,
    @Body() body: ChangeProfileBody,
  ): Promise<OrganizationProfileView> {
    return presentProfile(await this.changeProfile.run(handle, body));
  }

  @Get('versions')
  @Access('person')
  @ApiOperation({ summary: 'List the versions of the profile of your own organization' })
  @ApiParam(HANDLE)
  @ApiOkResponse({ type: ProfileVersionPage })
  @ApiNotFoundResponse({ description: 'It is not your organization' })
  async versions(@Param('handle') handle: string, @Query() query: PageQuery): Promise<ProfileVersionPage> {
    const { id } = await this.own.toRead(handle);
    const { page, next } = await this.paging.page(query, {
      name: 'profile-versions',
      placeOf: ({ version }: AuthoredVersion) => [String(version)],
      load: ([before], limit) => this.store.versions(id, before ? Number(before) : LAST, limit),
    });
    return { items: page.map(presentVersion), next };
  }
}

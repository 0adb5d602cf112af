import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { ProvesAgain } from '../../platform/prove-again';
import { AnswersSecret } from '../../platform/secret-answer';
import { byId, PageQuery, Paging } from '../../platform/paging';
import {
  ApiKeyPage,
  ApiKeyView,
  IssueApiKeyBody,
  IssuedApiKeyView,
  presentApiKey,
  presentApiKeys,
  RotateApiKeyBody,
} from './api-keys.dto';
import { ApiKeysStore } from './api-keys.store';
import { IssueApiKey } from './issue-api-key';
import { RevokeApiKey } from './revoke-api-key';
import { RotateApiKey } from './rotate-api-key';
import { ShowApiKey } from './show-api-key';
import { ConditionOnApiKey, VersionedApiKey } from './versioned-api-key';
import { AsksItself } from '../still-acting.interceptor';

@ApiTags('api-keys')
@ApiBearerAuth()
@AsksItself()
@Controller('api/v1/api-keys')
export class ApiKeysController {
  constructor(
    private readonly store: ApiKeysStore,
    private readonly paging: Paging,
    private readonly showApiKey: ShowApiKey,
    private readonly issueApiKey: IssueApiKey,
    private readonly revokeApiKey: RevokeApiKey,
    private readonly rotateApiKey: RotateApiKey,
  ) {}

  @Get()
  @Access('administrator', 'auditor')
  @ApiOperation({ summary: 'List the API keys of your organization, expired and revoked ones included' })
  @ApiOkResponse({ type: ApiKeyPage })
  async list(@Query() query: PageQuery): Promise<ApiKeyPage> {
    return presentApiKeys(
      await this.paging.page(
        query,
        byId('api-keys', (after, limit) => this.store.page(after, limit)),
      ),
    );
  }

  @Get(':id')
  @Access('administrator', 'auditor')
  @VersionedApiKey
  @ApiOperation({ summary: 'Read an API key of your organization, without its secret' })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOkResponse({ type: ApiKeyView })
  @ApiNotFoundResponse({ description: 'There is no such key of your organization' })
  show(@Param('id') id: string): Promise<ApiKeyView> {
    return this.showApiKey.run(id);
  }

  @Post()
  @AnswersSecret()
  @ProvesAgain()
  @Access('administrator')
  @ApiOperation({
    summary: 'Issue an API key with which a system of your organization pulls, reports or acknowledges',
    description:
      'The key itself is in this answer and nowhere else. Systems send it as `Authorization: Bearer KEY`, or as the password of HTTP Basic with any user name.',
  })
  @ApiCreatedResponse({ type: IssuedApiKeyView })
  async issue(@Body() body: IssueApiKeyBody): Promise<IssuedApiKeyView> {
    const { key, ...issued } = await this.issueApiKey.run(body);
    return { ...presentApiKey(issued), key };
  }

  @Post(':id/rotation')
  @ConditionOnApiKey
  @AnswersSecret()
  @ProvesAgain()
  @Access('administrator')
  @ApiOperation({
    summary: 'Issue the successor of an API key',
    description:
      'With its name, scopes and addresses. The old key is good for the overlap, and no longer than it would have been; the new one is in this answer and nowhere else.',
  })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiCreatedResponse({ type: IssuedApiKeyView })
  @ApiNotFoundResponse({ description: 'There is no such key of your organization' })
  @ApiConflictResponse({ description: 'The key is over, or has a successor already' })
  async rotate(@Param('id') id: string, @Body() body: RotateApiKeyBody): Promise<IssuedApiKeyView> {
    const { key, ...issued } = await this.rotateApiKey.run(id, body);
    return { ...presentApiKey(issued), key };
  }

  @Delete(':id')
  @ConditionOnApiKey
  @HttpCode(204)
  @ProvesAgain()
  @Access('administrator')
  @ApiOperation({
    summary: 'Revoke an API key of your organization',
    description: 'The next request with it is refused. Revoking it once more changes nothing.',
  })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiNoContentResponse({ description: 'The key is revoked' })
  @ApiNotFoundResponse({ description: 'There is no such key of your organization' })
  async revoke(@Param('id') id: string): Promise<void> {
    await this.revokeApiKey.run(id);
  }
}

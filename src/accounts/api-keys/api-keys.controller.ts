import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { AnswersSecret } from '../../platform/secret-answer';
import { PageQuery, Paging } from '../paging';
import { ApiKeyPage, IssueApiKeyBody, IssuedApiKeyView, presentApiKey, presentApiKeys } from './api-keys.dto';
import { ApiKeysStore } from './api-keys.store';
import { IssueApiKey } from './issue-api-key';
import { RevokeApiKey } from './revoke-api-key';

@ApiTags('api-keys')
@ApiBearerAuth()
@Controller('api/v1/api-keys')
export class ApiKeysController {
  constructor(
    private readonly store: ApiKeysStore,
    private readonly paging: Paging,
    private readonly issueApiKey: IssueApiKey,
    private readonly revokeApiKey: RevokeApiKey,
  ) {}

  @Get()
  @Access('administrator', 'auditor')
  @ApiOperation({ summary: 'List the API keys of your organization, expired and revoked ones included' })
  @ApiOkResponse({ type: ApiKeyPage })
  async list(@Query() query: PageQuery): Promise<ApiKeyPage> {
    return presentApiKeys(
      await this.paging.page('api-keys', query, (after, limit) => this.store.page(after, limit)),
    );
  }

  @Post()
  @AnswersSecret()
  @Access('administrator')
  @ApiOperation({
    summary: 'Issue an API key with which a system of your organization pulls',
    description: 'The key itself is in this answer and nowhere else.',
  })
  @ApiCreatedResponse({ type: IssuedApiKeyView })
  async issue(@Body() body: IssueApiKeyBody): Promise<IssuedApiKeyView> {
    const { key, ...issued } = await this.issueApiKey.run(body);
    return { ...presentApiKey(issued), key };
  }

  @Delete(':id')
  @HttpCode(204)
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

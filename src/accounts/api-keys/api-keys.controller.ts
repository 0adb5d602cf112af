import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/access';
import { PageQuery, Paging } from '../paging';
import {
  type ApiKeyPage,
  IssueApiKeyBody,
  type IssuedApiKeyView,
  presentApiKey,
  presentApiKeys,
} from './api-keys.dto';
import { ApiKeysStore } from './api-keys.store';
import { IssueApiKey } from './issue-api-key';
import { RevokeApiKey } from './revoke-api-key';

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
  async list(@Query() query: PageQuery): Promise<ApiKeyPage> {
    return presentApiKeys(
      await this.paging.page('api-keys', query, (after, limit) => this.store.page(after, limit)),
    );
  }

  @Post()
  @Header('Cache-Control', 'no-store')
  @Access('administrator')
  async issue(@Body() body: IssueApiKeyBody): Promise<IssuedApiKeyView> {
    const { key, ...issued } = await this.issueApiKey.run(body);
    return { ...presentApiKey(issued), key };
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('administrator')
  async revoke(@Param('id') id: string): Promise<void> {
    await this.revokeApiKey.run(id);
  }
}

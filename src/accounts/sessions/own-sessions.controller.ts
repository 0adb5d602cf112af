import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { byId, PageQuery, Paging } from '../../platform/paging';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { AsksItself } from '../still-acting.interceptor';
import { EndSession } from './end-session';
import { presentSession, SessionPage } from './own-sessions.dto';
import { SessionsStore } from './sessions.store';

@ApiTags('sign-in')
@ApiBearerAuth()
@AsksItself()
@Controller('api/v1/me/sessions')
export class OwnSessionsController {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: SessionsStore,
    private readonly paging: Paging,
    private readonly endSession: EndSession,
  ) {}

  @Get()
  @Access('person')
  @ApiOperation({
    summary: 'List your sessions that go on',
    description: 'In browsers and of programs that signed in as you. One that you do not know: end it.',
  })
  @ApiOkResponse({ type: SessionPage })
  async list(@Query() query: PageQuery): Promise<SessionPage> {
    const { person, viewer } = this.transaction;
    const list = byId(`sessions of ${person}`, (after, limit) => this.store.page(person, after, limit));
    const { page, next } = await this.paging.page(query, list);
    return { items: page.map((session) => presentSession(session, viewer.sessionId)), next };
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('person')
  @ApiOperation({
    summary: 'End one of your sessions',
    description: 'Its tokens are refused from the next request on. Ending this one signs you out.',
  })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiNoContentResponse({ description: 'The session has ended' })
  @ApiNotFoundResponse({ description: 'You have no such session that goes on' })
  async end(@Param('id') id: string): Promise<void> {
    await this.endSession.run(id);
  }
}

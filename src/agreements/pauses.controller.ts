import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { DryRun } from '../disclosure';
import { Access } from '../platform/access';
import { ConfirmResumption } from './confirm-resumption';
import { ListPauses } from './list-pauses';
import { PausePage, PauseView } from './pause-view';
import { ListPausesQuery, ReasonBody, StopBody } from './pauses.dto';
import { ResumeSharing } from './resume-sharing';
import { ShowPause, VersionedPause } from './show-pause';
import { StopSharing } from './stop-sharing';

const ID = { name: 'id', format: 'uuid' };

/** Suspensions and stops of exchange, and how they end. */
@ApiTags('pauses')
@ApiBearerAuth()
@Controller('api/v1')
export class PausesController {
  constructor(
    private readonly list: ListPauses,
    private readonly showPause: ShowPause,
    private readonly stopSharing: StopSharing,
    private readonly resumeSharing: ResumeSharing,
    private readonly confirmResumption: ConfirmResumption,
  ) {}

  @Get('pauses')
  @Access('person', 'api-key')
  @ApiOperation({ summary: 'List suspensions and stops that your organization made or that concern it' })
  @ApiOkResponse({ type: PausePage })
  async page(@Query() query: ListPausesQuery): Promise<PausePage> {
    const { page, next } = await this.list.run(query);
    return { items: page.map((pause) => this.showPause.present(pause)), next };
  }

  @Post('stops')
  @DryRun()
  @Access('duty-officer')
  @ApiOperation({
    summary: 'Stop what your organization sends to a team, at once, under whatever agreement',
    description: 'One duty officer is enough. The team learns that sharing is paused, not why.',
  })
  @ApiCreatedResponse({ type: PauseView })
  async stop(@Body() body: StopBody): Promise<PauseView> {
    return this.showPause.present(await this.stopSharing.run(body));
  }

  @Get('pauses/:id')
  @Access('person', 'api-key')
  @VersionedPause
  @ApiOperation({ summary: 'Read a suspension or stop that your organization made or that concerns it' })
  @ApiParam(ID)
  @ApiOkResponse({ type: PauseView })
  @ApiNotFoundResponse({ description: 'There is none, or none that concerns your organization' })
  show(@Param('id') id: string): Promise<PauseView> {
    return this.showPause.run(id);
  }

  @Post('pauses/:id/resumption')
  @VersionedPause
  @Access('liaison', 'duty-officer')
  @ApiOperation({ summary: 'Ask for the end of a suspension or stop of your organization' })
  @ApiCreatedResponse({ type: PauseView })
  async resume(@Param('id') id: string, @Body() { reason }: ReasonBody): Promise<PauseView> {
    return this.showPause.present(await this.resumeSharing.run(id, reason));
  }

  @Post('pauses/:id/resumption/confirmation')
  @VersionedPause
  @Access('liaison', 'duty-officer')
  @ApiOperation({ summary: 'Confirm, as a second person, that a suspension or stop ends now' })
  @ApiCreatedResponse({ type: PauseView })
  async confirm(@Param('id') id: string): Promise<PauseView> {
    return this.showPause.present(await this.confirmResumption.run(id));
  }
}

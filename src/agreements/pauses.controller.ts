import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DryRun } from '../disclosure';
import { Access } from '../platform/access';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { ConfirmResumption } from './confirm-resumption';
import type { StoredPause } from './dossier';
import { ListPauses } from './list-pauses';
import { PausePage, PauseView, presentPause } from './pause-view';
import { ListPausesQuery, ReasonBody, StopBody } from './pauses.dto';
import { ResumeSharing } from './resume-sharing';
import { StopSharing } from './stop-sharing';

/** Suspensions and stops of exchange, and how they end. */
@ApiTags('pauses')
@ApiBearerAuth()
@Controller('api/v1')
export class PausesController {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly list: ListPauses,
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
    return { items: page.map((pause) => this.present(pause)), next };
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
    return this.present(await this.stopSharing.run(body));
  }

  @Post('pauses/:id/resumption')
  @Access('liaison', 'duty-officer')
  @ApiOperation({ summary: 'Ask for the end of a suspension or stop of your organization' })
  @ApiCreatedResponse({ type: PauseView })
  async resume(@Param('id') id: string, @Body() { reason }: ReasonBody): Promise<PauseView> {
    return this.present(await this.resumeSharing.run(id, reason));
  }

  @Post('pauses/:id/resumption/confirmation')
  @Access('liaison', 'duty-officer')
  @ApiOperation({ summary: 'Confirm, as a second person, that a suspension or stop ends now' })
  @ApiCreatedResponse({ type: PauseView })
  async confirm(@Param('id') id: string): Promise<PauseView> {
    return this.present(await this.confirmResumption.run(id));
  }

  private present(pause: StoredPause): PauseView {
    const { viewer, at } = this.transaction;
    return presentPause(pause, viewer.organizationId, at.getTime());
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { Request } from 'express';
import {
  DryRun,
  EmergencyReleaseBody,
  NamesItems,
  releaseEffect,
  StandingReleaseBody,
  WithdrawItem,
  withdrawalEffect,
} from '../disclosure';
import { Access } from '../platform/access';
import { ProvesAgain } from '../platform/prove-again';
import { Refusal } from '../platform/refusal';
import {
  ChangeAdvisoryBody,
  DraftAdvisoryBody,
  ImportQuery,
  ReleaseAdvisoryBody,
  WithdrawAdvisoryBody,
} from './advisories.dto';
import { AdvisoryFindingsView, AdvisoryView, ImportReportView } from './advisory-view.dto';
import { ChangeAdvisory } from './change-advisory';
import { CheckAdvisory } from './check-advisory';
import { DraftAdvisory } from './draft-advisory';
import { ImportAdvisory, type ImportReport } from './import-advisory';
import { OwnAdvisories } from './own-advisories';
import { ReleaseAdvisory } from './release-advisory';
import { ShowAdvisory } from './show-advisory';
import { VersionedAdvisory } from './versioned-advisory';

const ID = { name: 'id', description: 'Your own id of the advisory, or its reference' };
const FAULTS = { description: 'The input breaks the rules listed under errors' };
const NOT_OURS = { description: 'There is no such advisory of your organization' };

/** Work on own advisories: drafting, importing, changing, releasing, withdrawing. */
@ApiTags('advisories')
@ApiBearerAuth()
@ApiUnprocessableEntityResponse(FAULTS)
@NamesItems('advisory')
@Controller('api/v1/advisories')
export class AdvisoryWorkController {
  constructor(
    private readonly own: OwnAdvisories,
    private readonly show: ShowAdvisory,
    private readonly draft: DraftAdvisory,
    private readonly importAdvisory: ImportAdvisory,
    private readonly change: ChangeAdvisory,
    private readonly check: CheckAdvisory,
    private readonly releaseAdvisory: ReleaseAdvisory,
    private readonly withdrawItem: WithdrawItem,
  ) {}

  @Post()
  @Access('analyst')
  @ApiOperation({ summary: 'Draft an advisory; nobody else sees it until another person releases it' })
  @ApiCreatedResponse({ type: AdvisoryView })
  async create(@Body() body: DraftAdvisoryBody): Promise<AdvisoryView> {
    return this.show.ownView(await this.draft.execute(body));
  }

  @Post('imports')
  @HttpCode(200)
  @Access('analyst')
  @ApiOperation({
    summary: 'Import a CSAF 2.0 or 2.1 document of at most 16 MiB',
    description:
      'The exact bytes are kept. The same document again changes nothing. A higher tracking.version becomes a new version of the same advisory.',
  })
  @ApiConsumes('application/json')
  @ApiBody({ description: 'The document itself', schema: { type: 'object' } })
  @ApiOkResponse({ type: ImportReportView })
  async import(@Req() request: Request, @Query() { dry_run }: ImportQuery): Promise<ImportReport> {
    const bytes: unknown = request.body;
    const document = Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0);
    const report = await this.importAdvisory.execute(document, { dryRun: dry_run === 'true' });
    if (report.outcome !== 'refused') return report;
    const errors = report.findings.map(({ path, rule, message }) => ({ field: path, rule, message }));
    throw new Refusal('csaf/invalid', 422, 'The document is refused; the reasons are under errors.', errors);
  }

  @Post(':id/versions')
  @VersionedAdvisory
  @Access('analyst')
  @ApiOperation({
    summary: 'Change an advisory: a new version on top of the one you have read',
    description: 'Of an imported document only the handling changes here, and never the label it bears.',
  })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: AdvisoryView })
  @ApiNotFoundResponse(NOT_OURS)
  @ApiConflictResponse({ description: 'Somebody was faster, or it is withdrawn' })
  async edit(@Param('id') id: string, @Body() body: ChangeAdvisoryBody): Promise<AdvisoryView> {
    await this.change.execute(id, body);
    return this.show.ownView(id);
  }

  @Get(':id/findings')
  @Access('analyst', 'releaser')
  @ApiOperation({
    summary: 'Check the CSAF document that would leave of the latest version',
    description:
      'What a release would be refused for, so that authors can mend it before. Of a version without a label, the rest is checked all the same.',
  })
  @ApiParam(ID)
  @ApiOkResponse({ type: AdvisoryFindingsView })
  @ApiNotFoundResponse(NOT_OURS)
  findings(@Param('id') id: string): Promise<AdvisoryFindingsView> {
    return this.check.execute(id);
  }

  @Post(':id/release')
  @DryRun(releaseEffect)
  @VersionedAdvisory
  @ProvesAgain()
  @Access('releaser')
  @ApiOperation({
    summary: 'Release the latest version to whom its handling and the agreements in force let have it',
    description: 'Not by one of its authors. With `public`, to everybody.',
  })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: AdvisoryView })
  @ApiForbiddenResponse({ description: 'You are an author of this version' })
  @ApiNotFoundResponse(NOT_OURS)
  @ApiConflictResponse({ description: 'There is a later version, or it is withdrawn or released already' })
  async release(@Param('id') id: string, @Body() body: ReleaseAdvisoryBody): Promise<AdvisoryView> {
    await this.releaseAdvisory.execute(id, body.version, body.public ?? false);
    return this.show.ownView(id);
  }

  @Post(':id/emergency-release')
  @DryRun(releaseEffect)
  @VersionedAdvisory
  @ProvesAgain()
  @Access('releaser', 'duty-officer')
  @ApiOperation({
    summary: 'Release the latest version alone in an emergency, its author or not',
    description:
      'Only to teams whose terms allow that of its marking; never to everybody. Another person has to review it within 24 hours: see `/api/v1/emergency-releases`.',
  })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: AdvisoryView })
  @ApiNotFoundResponse(NOT_OURS)
  @ApiConflictResponse({ description: 'There is a later version, or it is withdrawn or released already' })
  async releaseAlone(@Param('id') id: string, @Body() body: EmergencyReleaseBody): Promise<AdvisoryView> {
    await this.releaseAdvisory.inEmergency(id, body.version, body.reason);
    return this.show.ownView(id);
  }

  @Post(':id/standing-release')
  @DryRun(releaseEffect)
  @VersionedAdvisory
  @ProvesAgain()
  @Access('analyst', 'releaser')
  @ApiOperation({
    summary: 'Release the latest version under a standing rule, its author or not',
    description:
      'Within everything that the rule bounds: see `/api/v1/standing-rules`. It is the release of who approved the rule and is no author of the version.',
  })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: AdvisoryView })
  @ApiNotFoundResponse(NOT_OURS)
  @ApiConflictResponse({
    description: 'There is a later version, it is released already, or the rule is over',
  })
  async releaseUnderRule(@Param('id') id: string, @Body() body: StandingReleaseBody): Promise<AdvisoryView> {
    await this.releaseAdvisory.underRule(id, body.version, body.rule);
    return this.show.ownView(id);
  }

  @Post(':id/withdrawal')
  @DryRun(withdrawalEffect)
  @VersionedAdvisory
  @ProvesAgain()
  @Access('releaser')
  @ApiOperation({ summary: 'Withdraw an advisory; those who received it get a notice without content' })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: AdvisoryView })
  @ApiNotFoundResponse(NOT_OURS)
  @ApiConflictResponse({ description: 'It is withdrawn already, or was never released' })
  async withdraw(@Param('id') id: string, @Body() { reason }: WithdrawAdvisoryBody): Promise<AdvisoryView> {
    await this.own.require(id);
    await this.withdrawItem.execute('advisory', id, reason);
    return this.show.ownView(id);
  }
}

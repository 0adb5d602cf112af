import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  DryRun,
  EmergencyReleaseBody,
  NamesItems,
  releaseEffect,
  StandingReleaseBody,
  withdrawalEffect,
} from '../../disclosure';
import { Access } from '../../platform/access';
import { ProvesAgain } from '../../platform/prove-again';
import { NoteBody, ReleaseCaseBody, WithdrawCaseBody } from './case-acts.dto';
import { ChangeCaseBody, OpenCaseBody } from './case-input.dto';
import { ChangeCase } from './change-case';
import { OwnIncident } from './incident.view';
import { NoteCase } from './note-case';
import { OpenCase } from './open-case';
import { ReleaseCase } from './release-case';
import { ShowCase } from './show-case';
import { VersionedCase } from './versioned-case';
import { WithdrawCase } from './withdraw-case';

/** Working on own cases; every answer is the case as it is now. */
@ApiTags('incidents')
@ApiBearerAuth()
@NamesItems('incident')
@Controller('api/v1/incidents')
export class CasesController {
  constructor(
    private readonly showCase: ShowCase,
    private readonly openCase: OpenCase,
    private readonly changeCase: ChangeCase,
    private readonly noteCase: NoteCase,
    private readonly releaseCase: ReleaseCase,
    private readonly withdrawCase: WithdrawCase,
  ) {}

  @Post()
  @Access('analyst')
  @ApiOperation({ summary: 'Open a case of your own, as an analyst of a national CERT' })
  @ApiCreatedResponse({ type: OwnIncident })
  async open(@Body() body: OpenCaseBody): Promise<OwnIncident> {
    return this.showCase.show(await this.openCase.run(body));
  }

  @Post(':id/versions')
  @VersionedCase
  @Access('analyst')
  @ApiOperation({
    summary: 'Change an own case',
    description: 'Makes a new version on top of the one you have read. 409 when there is a later one.',
  })
  @ApiCreatedResponse({ type: OwnIncident })
  async change(@Param('id') id: string, @Body() body: ChangeCaseBody): Promise<OwnIncident> {
    await this.changeCase.run(id, body);
    return this.showCase.show(id);
  }

  @Post(':id/notes')
  @VersionedCase
  @Access('analyst')
  @ApiOperation({ summary: 'Add a note to an own case, which nobody outside your organization reads' })
  @ApiCreatedResponse({ type: OwnIncident })
  async note(@Param('id') id: string, @Body() body: NoteBody): Promise<OwnIncident> {
    await this.noteCase.run(id, body.note);
    return this.showCase.show(id);
  }

  @Post(':id/release')
  @DryRun(releaseEffect)
  @VersionedCase
  @ProvesAgain()
  @Access('releaser')
  @ApiOperation({
    summary: 'Release the latest version of an own case',
    description:
      'It leaves for the teams in its audience whose agreements admit it. Nobody releases her own words.',
  })
  @ApiCreatedResponse({ type: OwnIncident })
  async release(@Param('id') id: string, @Body() body: ReleaseCaseBody): Promise<OwnIncident> {
    await this.releaseCase.run(id, body);
    return this.showCase.show(id);
  }

  @Post(':id/emergency-release')
  @DryRun(releaseEffect)
  @VersionedCase
  @ProvesAgain()
  @Access('releaser', 'duty-officer')
  @ApiOperation({
    summary: 'Release the latest version alone in an emergency, its author or not',
    description:
      'Only to teams whose terms allow that of its marking; never to everybody. Another person has to review it within 24 hours: see `/api/v1/emergency-releases`.',
  })
  @ApiCreatedResponse({ type: OwnIncident })
  async releaseAlone(@Param('id') id: string, @Body() body: EmergencyReleaseBody): Promise<OwnIncident> {
    await this.releaseCase.inEmergency(id, body.version, body.reason);
    return this.showCase.show(id);
  }

  @Post(':id/standing-release')
  @DryRun(releaseEffect)
  @VersionedCase
  @ProvesAgain()
  @Access('analyst', 'releaser')
  @ApiOperation({
    summary: 'Release the latest version under a standing rule, its author or not',
    description:
      'Within everything that the rule bounds: see `/api/v1/standing-rules`. It is the release of who approved the rule and is no author of the version.',
  })
  @ApiCreatedResponse({ type: OwnIncident })
  async releaseUnderRule(@Param('id') id: string, @Body() body: StandingReleaseBody): Promise<OwnIncident> {
    await this.releaseCase.underRule(id, body.version, body.rule);
    return this.showCase.show(id);
  }

  @Post(':id/withdrawal')
  @DryRun(withdrawalEffect)
  @VersionedCase
  @ProvesAgain()
  @Access('releaser')
  @ApiOperation({ summary: 'Withdraw an own case; who received it gets a notice without content' })
  @ApiCreatedResponse({ type: OwnIncident })
  async withdraw(@Param('id') id: string, @Body() body: WithdrawCaseBody): Promise<OwnIncident> {
    await this.withdrawCase.run(id, body.reason);
    return this.showCase.show(id);
  }
}

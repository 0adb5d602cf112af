import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { OwedPage, OwedView } from './obligation.view';
import { FulfilBody, ListObligationsQuery, PauseBody, ReasonBody } from './obligations.dto';
import { ReadObligations } from './read-obligations';
import { StateOfObligation } from './state-of-obligation';
import { VersionedObligation } from './versioned-obligation';

const ID = { name: 'id', format: 'uuid' };
const NOT_NOW = { description: 'It is met or waived already, or is not in a state for this' };
const NOT_YOURS = { description: 'The other side states this, or the terms do not let yours' };

/** What recipients owe for what was disclosed to them, by sets: the register of each relationship. */
@ApiTags('obligations')
@ApiBearerAuth()
@Controller('api/v1/obligations')
export class ObligationsController {
  constructor(
    private readonly obligations: ReadObligations,
    private readonly state: StateOfObligation,
  ) {}

  @Get()
  @Access('person')
  @ApiOperation({
    summary: 'List what your team owes, or what is owed to it, by when it falls due',
    description:
      'One obligation covers a set of disclosures. A system that pulls the feed acknowledges what it was told by pulling on.',
  })
  @ApiOkResponse({ type: OwedPage })
  list(@Query() query: ListObligationsQuery): Promise<OwedPage> {
    return this.obligations.list(query);
  }

  @Get(':id')
  @VersionedObligation
  @Access('person')
  @ApiOperation({ summary: 'Read an obligation with what was stated of it, as one of its two sides' })
  @ApiParam(ID)
  @ApiOkResponse({ type: OwedView })
  show(@Param('id') id: string): Promise<OwedView> {
    return this.obligations.show(id);
  }

  @Post(':id/fulfilment')
  @VersionedObligation
  @Access('analyst', 'liaison', 'duty-officer', 'acknowledging-key')
  @ApiOperation({
    summary: 'Say that an obligation is met, as the team that owes it',
    description:
      'That what it covers has arrived, or is destroyed or returned; a key says only what has arrived. Where the terms want a certificate, file a notice instead.',
  })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: OwedView })
  @ApiForbiddenResponse(NOT_YOURS)
  @ApiConflictResponse(NOT_NOW)
  async fulfil(@Param('id') id: string, @Body() { statement }: FulfilBody): Promise<OwedView> {
    await this.state.fulfil(id, statement);
    return this.obligations.show(id);
  }

  @Post(':id/holds')
  @VersionedObligation
  @Access('liaison')
  @ApiOperation({
    summary: 'Hold destruction for legal reasons, where the terms let your side',
    description:
      'Its time stands still until the hold ends. Both sides read who holds it, why and until when.',
  })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: OwedView })
  @ApiForbiddenResponse(NOT_YOURS)
  @ApiConflictResponse(NOT_NOW)
  async hold(@Param('id') id: string, @Body() body: PauseBody): Promise<OwedView> {
    await this.state.pause(id, 'hold', body);
    return this.obligations.show(id);
  }

  @Post(':id/disputes')
  @VersionedObligation
  @Access('liaison')
  @ApiOperation({ summary: 'Dispute destruction: its time stands still until the dispute ends' })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: OwedView })
  @ApiConflictResponse(NOT_NOW)
  async dispute(@Param('id') id: string, @Body() body: PauseBody): Promise<OwedView> {
    await this.state.pause(id, 'dispute', body);
    return this.obligations.show(id);
  }

  @Post(':id/resumption')
  @VersionedObligation
  @Access('liaison')
  @ApiOperation({ summary: 'End the hold or dispute of your own side: its time goes on' })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: OwedView })
  @ApiConflictResponse(NOT_NOW)
  async resume(@Param('id') id: string, @Body() { reason }: ReasonBody): Promise<OwedView> {
    await this.state.resume(id, reason);
    return this.obligations.show(id);
  }

  @Post(':id/waiver')
  @VersionedObligation
  @Access('liaison')
  @ApiOperation({ summary: 'Waive an obligation, as the team that it is owed to' })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: OwedView })
  @ApiForbiddenResponse(NOT_YOURS)
  @ApiConflictResponse(NOT_NOW)
  async waive(@Param('id') id: string, @Body() { reason }: ReasonBody): Promise<OwedView> {
    await this.state.waive(id, reason);
    return this.obligations.show(id);
  }
}

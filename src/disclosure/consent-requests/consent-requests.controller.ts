import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { DryRun } from '../dry-run/dry-run';
import { RefuseRequestBody } from '../requests/requests.dto';
import { AnswerConsentRequest } from './answer-consent-request';
import { AskConsent } from './ask-consent';
import { ConsentRequestPage, ConsentRequestView } from './consent-request.view';
import {
  AskConsentBody,
  ConsentBody,
  ListConsentRequestsQuery,
  WithdrawConsentBody,
} from './consent-requests.dto';
import { EndConsentRequest } from './end-consent-request';
import { ReadConsentRequests } from './read-consent-requests';
import { VersionedConsentRequest } from './versioned-consent-request';

const ID = { name: 'id', format: 'uuid' };

/** A team asks the originator of what it has whether it may go on (D-17, D-20), and is answered. */
@ApiTags('consent requests')
@ApiBearerAuth()
@Controller('api/v1/consent-requests')
export class ConsentRequestsController {
  constructor(
    private readonly requests: ReadConsentRequests,
    private readonly askConsent: AskConsent,
    private readonly answer: AnswerConsentRequest,
    private readonly endRequest: EndConsentRequest,
  ) {}

  @Post()
  @DryRun()
  @Access('analyst', 'liaison', 'releaser')
  @ApiOperation({
    summary: 'Ask the originator of an item whether it may go on',
    description:
      'Your advisory that holds it can be released meanwhile: it goes at the instant of the consent, to whom that and your agreements let it. Only your two teams learn of the request.',
  })
  @ApiCreatedResponse({ type: ConsentRequestView })
  @ApiConflictResponse({
    description: 'The item is free to go on, or your advisory holds nothing of another’s, or something else',
  })
  async ask(@Body() body: AskConsentBody): Promise<ConsentRequestView> {
    return this.requests.show(await this.askConsent.run(body));
  }

  @Get()
  @Access('person')
  @ApiOperation({ summary: 'List the requests for consent that your team sent or received, newest first' })
  @ApiOkResponse({ type: ConsentRequestPage })
  list(@Query() query: ListConsentRequestsQuery): Promise<ConsentRequestPage> {
    return this.requests.list(query);
  }

  @Get(':id')
  @VersionedConsentRequest
  @Access('person')
  @ApiOperation({ summary: 'Read a request for consent, as one of its two sides' })
  @ApiParam(ID)
  @ApiOkResponse({ type: ConsentRequestView })
  show(@Param('id') id: string): Promise<ConsentRequestView> {
    return this.requests.show(id);
  }

  @Post(':id/consent')
  @VersionedConsentRequest
  @DryRun()
  @Access('liaison', 'releaser')
  @ApiOperation({
    summary: 'Consent, as the originator, to what was asked or to less',
    description: 'It counts at once and until it is over or you withdraw it.',
  })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: ConsentRequestView })
  @ApiConflictResponse({ description: 'It was answered or closed, or has lapsed' })
  async grant(@Param('id') id: string, @Body() body: ConsentBody): Promise<ConsentRequestView> {
    await this.answer.grant(id, body);
    return this.requests.show(id);
  }

  @Post(':id/refusal')
  @VersionedConsentRequest
  @DryRun()
  @Access('liaison', 'releaser')
  @ApiOperation({ summary: 'Refuse, as the originator, with a reason that may be withheld from who asked' })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: ConsentRequestView })
  @ApiConflictResponse({ description: 'It was answered or closed, or has lapsed' })
  async refuse(@Param('id') id: string, @Body() body: RefuseRequestBody): Promise<ConsentRequestView> {
    await this.answer.refuse(id, body);
    return this.requests.show(id);
  }

  @Post(':id/withdrawal')
  @VersionedConsentRequest
  @DryRun()
  @Access('liaison', 'releaser', 'duty-officer')
  @ApiOperation({
    summary: 'Withdraw, as the originator, what you consented to, at once',
    description:
      'One person is enough. Nothing goes on by it from this instant; what has gone on stays known to whom it went.',
  })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: ConsentRequestView })
  @ApiConflictResponse({ description: 'There is no consent that lasts' })
  async withdraw(
    @Param('id') id: string,
    @Body() { reason }: WithdrawConsentBody,
  ): Promise<ConsentRequestView> {
    await this.endRequest.withdraw(id, reason);
    return this.requests.show(id);
  }

  @Post(':id/closing')
  @VersionedConsentRequest
  @DryRun()
  @Access('analyst', 'liaison', 'releaser')
  @ApiOperation({ summary: 'Close a request of your own team that is not needed any more' })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: ConsentRequestView })
  @ApiConflictResponse({ description: 'It was answered or closed, or has lapsed' })
  async close(@Param('id') id: string): Promise<ConsentRequestView> {
    await this.endRequest.close(id);
    return this.requests.show(id);
  }
}

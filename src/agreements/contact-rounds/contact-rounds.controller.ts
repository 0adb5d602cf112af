import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { isUuid } from '../../platform/ids';
import { Paging } from '../../platform/paging';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { AskRound } from './ask-round';
import { ContactRoundPage, ContactRoundView, presentRound } from './contact-round.view';
import { AskRoundBody, ListRoundsQuery } from './contact-rounds.dto';
import { ContactRoundsStore, type StoredRound } from './contact-rounds.store';
import { RemindOfRound } from './remind-of-round';

const ID = { name: 'id', format: 'uuid' };
const NOT_FOUND = { description: 'There is none, or your organization is no side of it' };

/** Rounds in which organizations are asked to verify their contacts. */
@ApiTags('contact rounds')
@ApiBearerAuth()
@Controller('api/v1/contact-rounds')
export class ContactRoundsController {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly paging: Paging,
    private readonly store: ContactRoundsStore,
    private readonly askRound: AskRound,
    private readonly remindOf: RemindOfRound,
  ) {}

  @Get()
  @Access('person')
  @ApiOperation({ summary: 'List the rounds of contacts that your organization was asked, or that it asked' })
  @ApiOkResponse({ type: ContactRoundPage })
  async list(@Query() query: ListRoundsQuery): Promise<ContactRoundPage> {
    const { page, next } = await this.paging.page<StoredRound>(query, {
      name: `contact-rounds|${query.side}`,
      placeOf: ({ asked_at, id }) => [asked_at.toISOString(), id],
      load: (after, limit) => this.store.page(query.side, after, limit),
    });
    return { items: page.map((round) => presentRound(round, this.transaction.at)), next };
  }

  @Post()
  @Access('liaison')
  @ApiOperation({
    summary: 'Ask that contacts be verified: those of your organization, or of a partner under an agreement',
    description:
      'It is answered as the contacts are verified (`/organizations/{handle}/contacts/{id}/verifications`) or corrected. Of one organization you ask once at a time.',
  })
  @ApiCreatedResponse({ type: ContactRoundView })
  @ApiConflictResponse({ description: 'You have asked before, and that is not answered yet' })
  async ask(@Body() body: AskRoundBody): Promise<ContactRoundView> {
    return presentRound(await this.askRound.run(body), this.transaction.at);
  }

  @Get(':id')
  @Access('person')
  @ApiOperation({ summary: 'Read a round of contacts, with what became of each' })
  @ApiParam(ID)
  @ApiOkResponse({ type: ContactRoundView })
  @ApiNotFoundResponse(NOT_FOUND)
  async show(@Param('id') id: string): Promise<ContactRoundView> {
    const round = isUuid(id) ? await this.store.find(id) : undefined;
    if (!round) throw Refusal.notFound();
    return presentRound(round, this.transaction.at);
  }

  @Post(':id/reminders')
  @Access('liaison')
  @ApiOperation({
    summary: 'Record that you reminded whom you asked',
    description: 'Once when the round is due within seven days, and once when it is overdue.',
  })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: ContactRoundView })
  @ApiForbiddenResponse({ description: 'Another organization has asked' })
  @ApiNotFoundResponse(NOT_FOUND)
  @ApiConflictResponse({ description: 'It is answered, not due soon, or this step was told before' })
  async remind(@Param('id') id: string): Promise<ContactRoundView> {
    return presentRound(await this.remindOf.run(id), this.transaction.at);
  }
}

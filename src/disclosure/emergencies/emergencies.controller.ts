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
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { Paging } from '../../platform/paging';
import { ProvesAgain } from '../../platform/prove-again';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { DryRun } from '../dry-run/dry-run';
import { QuestionsStore } from '../questions/questions.store';
import {
  EmergencyPage,
  EmergencyView,
  EmergencyWithdrawalBody,
  ListEmergenciesQuery,
  presentEmergency,
} from './emergencies.dto';
import { EmergenciesStore, type StoredEmergency } from './emergencies.store';
import { ReviewEmergency } from './review-emergency';

const ID = { name: 'id', format: 'uuid' };
const SECOND = { description: 'You released it alone, or are an author of what you would confirm' };
const DONE = { description: 'It is reviewed or withdrawn already' };

/** What one person of your organization released alone, and what another said of it. */
@ApiTags('emergency-releases')
@ApiBearerAuth()
@ApiNotFoundResponse({ description: 'There is no such release or item of your organization' })
@Controller('api/v1/emergency-releases')
export class EmergenciesController {
  constructor(
    private readonly store: EmergenciesStore,
    private readonly reviewing: ReviewEmergency,
    private readonly questions: QuestionsStore,
    private readonly paging: Paging,
    private readonly transaction: ViewerTransaction,
  ) {}

  @Get()
  @Access('person')
  @ApiOperation({
    summary: 'List what one person of your organization released alone, the last first',
    description: 'Each is reviewed by another person within 24 hours, and overdue from then on.',
  })
  @ApiOkResponse({ type: EmergencyPage })
  async list(@Query() { item, unreviewed, ...query }: ListEmergenciesQuery): Promise<EmergencyPage> {
    const of = item === undefined ? null : (await this.questions.item(item)).id;
    const wanted = unreviewed === undefined ? null : unreviewed === 'true';
    const { page, next } = await this.paging.page<StoredEmergency>(query, {
      name: `emergency-releases|${of ?? ''}|${wanted ?? ''}`,
      placeOf: ({ releasedAt, id }) => [releasedAt.toISOString(), id],
      load: (before, limit) => this.store.page({ item: of, unreviewed: wanted }, before, limit),
    });
    return { items: page.map((one) => this.present(one)), next };
  }

  @Get(':id')
  @Access('person')
  @ApiOperation({ summary: 'Read what one person of your organization released alone' })
  @ApiParam(ID)
  @ApiOkResponse({ type: EmergencyView })
  async one(@Param('id') id: string): Promise<EmergencyView> {
    return this.present(await this.reviewing.require(id));
  }

  @Post(':id/confirmation')
  @ProvesAgain()
  @Access('releaser', 'duty-officer')
  @ApiOperation({
    summary: 'Confirm, as another person, what one released alone',
    description:
      'By a releaser or duty officer who is no author of the version. It changes nothing of who gets what.',
  })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: EmergencyView })
  @ApiForbiddenResponse(SECOND)
  @ApiConflictResponse(DONE)
  async confirm(@Param('id') id: string): Promise<EmergencyView> {
    return this.present(await this.reviewing.confirm(id));
  }

  @Post(':id/withdrawal')
  @DryRun()
  @ProvesAgain()
  @Access('releaser', 'duty-officer')
  @ApiOperation({
    summary: 'Withdraw, as another person, what one released alone',
    description:
      'The item is withdrawn as by every withdrawal; who received it gets a notice without content.',
  })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: EmergencyView })
  @ApiForbiddenResponse(SECOND)
  @ApiConflictResponse(DONE)
  @ApiUnprocessableEntityResponse({ description: 'The input breaks the rules listed under errors' })
  async withdraw(
    @Param('id') id: string,
    @Body() { reason }: EmergencyWithdrawalBody,
  ): Promise<EmergencyView> {
    return this.present(await this.reviewing.withdraw(id, reason));
  }

  private present(stored: StoredEmergency): EmergencyView {
    return presentEmergency(stored, this.transaction.at);
  }
}

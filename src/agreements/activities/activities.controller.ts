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
import { Paging } from '../../platform/paging';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { millisOf } from '../instant';
import { ReasonBody } from '../pauses.dto';
import { EvidenceOfActivityBody, ListActivitiesQuery, PlanActivityBody } from './activities.dto';
import { ActivitiesStore, type StoredActivity } from './activities.store';
import { ActivityPage, ActivityView, presentActivity } from './activity.view';
import { PlanActivity } from './plan-activity';
import { RecordActivity } from './record-activity';

const ID = { name: 'id', format: 'uuid' };
const NOT_FOUND = { description: 'There is none, or none that names your organization' };
const instant = (given: string | undefined) => (given === undefined ? null : new Date(millisOf(given)));

/** What parties of an agreement do together besides exchanging. No right to see anything follows from it. */
@ApiTags('activities')
@ApiBearerAuth()
@Controller('api/v1')
export class ActivitiesController {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly paging: Paging,
    private readonly store: ActivitiesStore,
    private readonly plan: PlanActivity,
    private readonly record: RecordActivity,
  ) {}

  @Get('activities')
  @Access('person')
  @ApiOperation({ summary: 'List the activities that name your organization' })
  @ApiOkResponse({ type: ActivityPage })
  async list(@Query() query: ListActivitiesQuery): Promise<ActivityPage> {
    const { agreement = null, kind = null, from, until } = query;
    const filters = { agreement, kind, from: instant(from), until: instant(until) };
    const { page, next } = await this.paging.page<StoredActivity>(query, {
      name: `activities|${agreement ?? ''}|${kind ?? ''}|${from ?? ''}|${until ?? ''}`,
      placeOf: ({ starts_at, id }) => [starts_at.toISOString(), id],
      load: (after, limit) => this.store.page(filters, after, limit),
    });
    return { items: page.map((found) => this.present(found)), next };
  }

  @Post('agreements/:reference/activities')
  @Access('liaison')
  @ApiOperation({
    summary: 'Plan an activity under an agreement',
    description: 'Those who are named read it, of the parties; nobody else. It lets nothing go.',
  })
  @ApiCreatedResponse({ type: ActivityView })
  @ApiNotFoundResponse({ description: 'No agreement of yours has this reference' })
  @ApiConflictResponse({ description: 'The agreement has ended' })
  async add(@Param('reference') reference: string, @Body() body: PlanActivityBody): Promise<ActivityView> {
    return this.present(await this.plan.run(reference, body));
  }

  @Get('activities/:id')
  @Access('person')
  @ApiOperation({ summary: 'Read an activity that names your organization' })
  @ApiParam(ID)
  @ApiOkResponse({ type: ActivityView })
  @ApiNotFoundResponse(NOT_FOUND)
  async show(@Param('id') id: string): Promise<ActivityView> {
    return this.present(await this.record.require(id));
  }

  @Post('activities/:id/completion')
  @Access('liaison')
  @ApiOperation({ summary: 'Record that an activity has taken place' })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: ActivityView })
  @ApiForbiddenResponse({ description: 'Your organization is no organizer of it' })
  @ApiNotFoundResponse(NOT_FOUND)
  @ApiConflictResponse({ description: 'It is not over yet, or what became of it is recorded' })
  async complete(@Param('id') id: string): Promise<ActivityView> {
    return this.present(await this.record.outcome(id, 'done'));
  }

  @Post('activities/:id/cancellation')
  @Access('liaison')
  @ApiOperation({ summary: 'Call an activity off' })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: ActivityView })
  @ApiForbiddenResponse({ description: 'Your organization is no organizer of it' })
  @ApiNotFoundResponse(NOT_FOUND)
  @ApiConflictResponse({ description: 'What became of it is recorded' })
  async cancel(@Param('id') id: string, @Body() { reason }: ReasonBody): Promise<ActivityView> {
    return this.present(await this.record.outcome(id, 'cancelled', reason));
  }

  @Post('activities/:id/evidence')
  @Access('liaison')
  @ApiOperation({ summary: 'Add evidence of an activity that is done' })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: ActivityView })
  @ApiNotFoundResponse(NOT_FOUND)
  @ApiConflictResponse({ description: 'It is not recorded as done' })
  async prove(@Param('id') id: string, @Body() body: EvidenceOfActivityBody): Promise<ActivityView> {
    return this.present(await this.record.evidence(id, body));
  }

  private readonly present = (found: StoredActivity): ActivityView =>
    presentActivity(found, this.transaction.at);
}

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
import { PageQuery, Paging } from '../../platform/paging';
import { ProvesAgain } from '../../platform/prove-again';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { QuestionsStore } from '../questions/questions.store';
import { KeepStandingRules } from './keep-standing-rules';
import {
  EndStandingRuleBody,
  ListStandingReleasesQuery,
  presentReleased,
  presentRule,
  ProposeStandingRuleBody,
  StandingReleasePage,
  StandingRulePage,
  StandingRuleView,
} from './standing-rules.dto';
import { type ReleasedUnder, StandingRulesStore, type StoredRule } from './standing-rules.store';

const ID = { name: 'id', format: 'uuid' };
const NONE = { description: 'There is no such rule of your organization' };
const FAULTS = { description: 'The input breaks the rules listed under errors' };

/** What two people of your organization have let go beforehand, within bounds, and what went under it. */
@ApiTags('standing-rules')
@ApiBearerAuth()
@Controller('api/v1')
export class StandingRulesController {
  constructor(
    private readonly store: StandingRulesStore,
    private readonly rules: KeepStandingRules,
    private readonly questions: QuestionsStore,
    private readonly paging: Paging,
    private readonly transaction: ViewerTransaction,
  ) {}

  @Get('standing-rules')
  @Access('person')
  @ApiOperation({
    summary: 'List the standing rules of your organization, the last proposed first',
    description: 'Those that ended, or came to nothing, among them.',
  })
  @ApiOkResponse({ type: StandingRulePage })
  async list(@Query() query: PageQuery): Promise<StandingRulePage> {
    const { page, next } = await this.paging.page<StoredRule>(query, {
      name: 'standing-rules',
      placeOf: ({ id }) => [id],
      load: (before, limit) => this.store.page(before, limit),
    });
    return { items: page.map((one) => this.present(one)), next };
  }

  @Get('standing-rules/:id')
  @Access('person')
  @ApiOperation({ summary: 'Read a standing rule of your organization' })
  @ApiParam(ID)
  @ApiOkResponse({ type: StandingRuleView })
  @ApiNotFoundResponse(NONE)
  async one(@Param('id') id: string): Promise<StandingRuleView> {
    return this.present(await this.rules.require(id));
  }

  @Post('standing-rules')
  @ProvesAgain()
  @Access('releaser')
  @ApiOperation({
    summary: 'Propose what may go without a second person each time',
    description:
      'It lets nothing go until another releaser confirms it. RED, what is not addressed to named teams, and what is for everybody never go under a rule.',
  })
  @ApiCreatedResponse({ type: StandingRuleView })
  @ApiUnprocessableEntityResponse(FAULTS)
  async propose(@Body() body: ProposeStandingRuleBody): Promise<StandingRuleView> {
    return this.present(await this.rules.propose(body));
  }

  @Post('standing-rules/:id/confirmation')
  @ProvesAgain()
  @Access('releaser')
  @ApiOperation({ summary: 'Confirm, as another releaser, a standing rule: from now on it lets things go' })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: StandingRuleView })
  @ApiForbiddenResponse({ description: 'You proposed it' })
  @ApiNotFoundResponse(NONE)
  @ApiConflictResponse({ description: 'It is confirmed already, or over' })
  async confirm(@Param('id') id: string): Promise<StandingRuleView> {
    return this.present(await this.rules.confirm(id));
  }

  @Post('standing-rules/:id/end')
  @Access('releaser', 'duty-officer')
  @ApiOperation({
    summary: 'End a standing rule at once; one person is enough',
    description: 'What went under it stays as it is.',
  })
  @ApiParam(ID)
  @ApiCreatedResponse({ type: StandingRuleView })
  @ApiNotFoundResponse(NONE)
  @ApiConflictResponse({ description: 'It is over already' })
  @ApiUnprocessableEntityResponse(FAULTS)
  async end(@Param('id') id: string, @Body() { reason }: EndStandingRuleBody): Promise<StandingRuleView> {
    return this.present(await this.rules.end(id, reason));
  }

  @Get('standing-releases')
  @Access('person')
  @ApiOperation({ summary: 'List what went under standing rules of your organization, the last first' })
  @ApiOkResponse({ type: StandingReleasePage })
  @ApiNotFoundResponse({ description: 'There is no such item of your organization' })
  async releases(@Query() { rule, item, ...query }: ListStandingReleasesQuery): Promise<StandingReleasePage> {
    const of = {
      rule: rule?.toLowerCase() ?? null,
      item: item === undefined ? null : (await this.questions.item(item)).id,
    };
    const { page, next } = await this.paging.page<ReleasedUnder>(query, {
      name: `standing-releases|${of.rule ?? ''}|${of.item ?? ''}`,
      placeOf: ({ releasedAt, id }) => [releasedAt.toISOString(), id],
      load: (before, limit) => this.store.releases(of, before, limit),
    });
    return { items: page.map(presentReleased), next };
  }

  private present(rule: StoredRule): StandingRuleView {
    return presentRule(rule, this.transaction.at);
  }
}

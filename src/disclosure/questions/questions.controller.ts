import { Controller, Get, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { DecisionView, ReplayView } from './decision.view';
import { ExplainDecision } from './explain-decision';
import { PreviewRelease } from './preview-release';
import { PreviewView } from './preview.view';
import { ExplainQuery, PreviewQuery, ReplayQuery } from './questions.dto';
import { ReplayDecision } from './replay-decision';

const WRITTEN_DOWN = 'Nothing changes, but that you asked is an entry in the house log of your organization.';

/** Who may see an own item, and why: for people of its owner who answer for what leaves. */
@ApiTags('decisions')
@ApiBearerAuth()
@ApiNotFoundResponse({
  description: 'There is no such item or version of your organization, or no such team',
})
@Controller('api/v1/decisions')
export class QuestionsController {
  constructor(
    private readonly explain: ExplainDecision,
    private readonly replay: ReplayDecision,
    private readonly preview: PreviewRelease,
  ) {}

  @Get('explain')
  @Access('liaison', 'releaser', 'auditor')
  @ApiOperation({
    summary: 'Explain why a team may see a version of your item now, or may not',
    description: `Every basis, rule and verdict, with what was compared. ${WRITTEN_DOWN}`,
  })
  @ApiOkResponse({ type: DecisionView })
  explainDecision(@Query() query: ExplainQuery): Promise<DecisionView> {
    return this.explain.execute(query);
  }

  @Get('replay')
  @Access('liaison', 'releaser', 'auditor')
  @ApiOperation({
    summary: 'Replay the decision on a version of your item as it stood at a past instant',
    description: `With what was on record then and nothing that was recorded later; beside it what was recorded when the version was disclosed. ${WRITTEN_DOWN}`,
  })
  @ApiOkResponse({ type: ReplayView })
  replayDecision(@Query() query: ReplayQuery): Promise<ReplayView> {
    return this.replay.execute(query);
  }

  @Get('preview')
  @Access('liaison', 'releaser', 'duty-officer', 'auditor')
  @ApiOperation({
    summary: 'Preview who would get the latest version of your item if it were released now',
    description: `What would be refused as a release is refused here in the same words. Teams are in the order of their handles. ${WRITTEN_DOWN}`,
  })
  @ApiOkResponse({ type: PreviewView })
  @ApiConflictResponse({ description: 'There is a later version, or it is withdrawn or released already' })
  @ApiUnprocessableEntityResponse({
    description: 'The input breaks rules, or the version is not fit for release',
  })
  previewRelease(@Query() query: PreviewQuery): Promise<PreviewView> {
    return this.preview.execute(query);
  }
}

import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { Looking, type Onlooker, OnlyLooks } from '../../platform/onlooker';
import { AskWhatIf } from './ask-what-if';
import { WhatIfCsvQuery, WhatIfItemsQuery, WhatIfQuery } from './what-if.dto';
import { WhatIfPage, WhatIfView } from './what-if.view';

const WRITTEN_DOWN =
  'What the step would put on record is supposed, and judged by the SQL that decides what lists show. It is looked at in a snapshot: nobody who acts meanwhile waits for it. Nothing changes, but that you asked is an entry in the house log of your organization.';

/** Which own items each team would gain and lose by a step of an agreement: for people who answer for what leaves. */
@ApiTags('decisions')
@ApiBearerAuth()
@ApiNotFoundResponse({ description: 'There is no such agreement of your organization, or no such terms' })
@ApiConflictResponse({ description: 'The step is not possible: in the words in which it would be refused' })
@Controller('api/v1/decisions/what-if')
export class WhatIfController {
  constructor(private readonly ask: AskWhatIf) {}

  @Get()
  @Access('liaison', 'releaser', 'auditor')
  @OnlyLooks()
  @ApiOperation({
    summary: 'Count which of your items each team would gain and lose by a step of an agreement',
    description: WRITTEN_DOWN,
  })
  @ApiOkResponse({ type: WhatIfView })
  counts(@Query() query: WhatIfQuery, @Looking() by: Onlooker): Promise<WhatIfView> {
    return this.ask.counts(query, by);
  }

  @Get('items')
  @Access('liaison', 'releaser', 'auditor')
  @OnlyLooks()
  @ApiOperation({
    summary: 'List which of your items each team would gain and lose by a step of an agreement',
    description: `Every page is asked anew, of the instant \`at\` or of now. ${WRITTEN_DOWN}`,
  })
  @ApiOkResponse({ type: WhatIfPage })
  items(@Query() query: WhatIfItemsQuery, @Looking() by: Onlooker): Promise<WhatIfPage> {
    return this.ask.items(query, by);
  }

  @Get('csv')
  @Access('liaison', 'releaser', 'auditor')
  @OnlyLooks()
  @ApiOperation({
    summary: 'Export which of your items each team would gain and lose by a step of an agreement',
    description: `The whole list as CSV. ${WRITTEN_DOWN}`,
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  csv(@Query() query: WhatIfCsvQuery, @Looking() by: Onlooker): Promise<StreamableFile> {
    return this.ask.csv(query, by);
  }
}

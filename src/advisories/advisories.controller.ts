import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiExtraModels,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  refs,
} from '@nestjs/swagger';
import {
  BASIS_HEADERS,
  ItemListQuery,
  MayStatePurpose,
  NamesItems,
  SummaryPage,
  TakesPurposeOnly,
} from '../disclosure';
import { Access } from '../platform/access';
import { IfNoneMatch, type ServedBody } from '../platform/served-body';
import { AdvisoryView, OwnAdvisoryPage } from './advisory-view.dto';
import { ListAdvisories } from './list-advisories';
import { SharedAdvisory } from './shared-advisory.dto';
import { ShowAdvisory } from './show-advisory';
import { VersionedAdvisory } from './versioned-advisory';

const ID = {
  name: 'id',
  description:
    'The identifier that the advisory has for you: your own id of it or that in your feed, or its reference',
};
const NOT_FOUND = { description: 'Absent or not for you: the answer is the same' };

/** Reading advisories: one's own in full, those of others through the gate. */
@ApiTags('advisories')
@ApiBearerAuth()
@ApiExtraModels(AdvisoryView, SharedAdvisory, SummaryPage, OwnAdvisoryPage)
@NamesItems('advisory')
@Controller('api/v1/advisories')
export class AdvisoriesController {
  constructor(
    private readonly list: ListAdvisories,
    private readonly show: ShowAdvisory,
  ) {}

  @Get()
  @Access('anyone')
  @MayStatePurpose()
  @ApiOperation({
    summary: 'List advisories',
    description:
      'What others share with your team (`received`; without sign-in: what is public), or your organization’s own (`own`, for its people).',
  })
  @ApiOkResponse({ schema: { oneOf: refs(SummaryPage, OwnAdvisoryPage) } })
  @ApiForbiddenResponse({ description: 'Own advisories are for people of the organization' })
  page(@Query() query: ItemListQuery, @IfNoneMatch() known?: string): Promise<OwnAdvisoryPage | ServedBody> {
    return this.list.execute(query, known);
  }

  @Get(':id')
  @VersionedAdvisory
  @Access('anyone')
  @TakesPurposeOnly()
  @ApiOperation({
    summary: 'Read an advisory',
    description:
      'People of its owner read every version with its handling and releases. Everybody else reads the version that their team has now, if an agreement lets them.',
  })
  @ApiParam(ID)
  @ApiOkResponse({ headers: BASIS_HEADERS, schema: { oneOf: refs(AdvisoryView, SharedAdvisory) } })
  @ApiNotFoundResponse(NOT_FOUND)
  one(@Param('id') id: string, @IfNoneMatch() known?: string): Promise<AdvisoryView | ServedBody> {
    return this.show.execute(id, known);
  }

  @Get(':id/csaf')
  @Access('anyone')
  @TakesPurposeOnly()
  @ApiOperation({
    summary: 'Read an advisory as CSAF',
    description:
      'A public document that was imported with its label leaves byte for byte. A team gets a variant with a tracking id and a revision history of its own. People of the owner get the imported bytes, or the latest version as everybody would get it.',
  })
  @ApiParam(ID)
  @ApiOkResponse({
    description: 'A CSAF 2.0 or 2.1 document',
    headers: BASIS_HEADERS,
    schema: { type: 'object' },
  })
  @ApiNotFoundResponse(NOT_FOUND)
  csaf(@Param('id') id: string, @IfNoneMatch() known?: string): Promise<ServedBody> {
    return this.show.csaf(id, known);
  }
}

import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, refs } from '@nestjs/swagger';
import { PageQuery } from '../../platform/paging';
import { Access } from '../../platform/access';
import { IfNoneMatch, type ServedBody } from '../../platform/served-body';
import {
  BASIS_HEADERS,
  ItemListQuery,
  MayStatePurpose,
  NamesItems,
  ServeItem,
  SummaryPage,
  TakesPurposeOnly,
} from '../../disclosure';
import { OwnIncident, OwnIncidentPage, SharedIncident } from './incident.view';
import { ListIncidents } from './list-incidents';
import { ReadTimeline } from './read-timeline';
import { ShowCase } from './show-case';
import { VersionedCase } from './versioned-case';
import { TimelinePage } from './timeline.view';

/** Reading incidents; changing them is in CasesController. */
@ApiTags('incidents')
@ApiBearerAuth()
@ApiExtraModels(SummaryPage, OwnIncidentPage, OwnIncident, SharedIncident)
@NamesItems('incident')
@Controller('api/v1/incidents')
export class IncidentsController {
  constructor(
    private readonly listIncidents: ListIncidents,
    private readonly showCase: ShowCase,
    private readonly serve: ServeItem,
    private readonly readTimeline: ReadTimeline,
  ) {}

  @Get()
  @Access('anyone')
  @MayStatePurpose()
  @ApiOperation({
    summary: 'List incidents',
    description:
      'What others share with your team, or with scope=own the cases of your organization, for its people. Without sign-in, what is public.',
  })
  @ApiOkResponse({ schema: { oneOf: refs(SummaryPage, OwnIncidentPage) } })
  list(@Query() query: ItemListQuery, @IfNoneMatch() known?: string): Promise<ServedBody | OwnIncidentPage> {
    return this.listIncidents.run(query, known);
  }

  @Get(':id')
  @VersionedCase
  @Access('anyone')
  @TakesPurposeOnly()
  @ApiOperation({
    summary: 'Read an incident',
    description:
      'By its own id for its owner’s people, who see all of it; otherwise by the identifier it has for your team.',
  })
  @ApiOkResponse({ headers: BASIS_HEADERS, schema: { oneOf: refs(SharedIncident, OwnIncident) } })
  async show(@Param('id') id: string, @IfNoneMatch() known?: string): Promise<ServedBody | OwnIncident> {
    return (await this.showCase.find(id)) ?? this.serve.document('incident', id, 'json', known);
  }

  @Get(':id/timeline')
  @Access('person')
  @ApiOperation({ summary: 'Read what happened to an own case, oldest first' })
  @ApiOkResponse({ type: TimelinePage })
  timeline(@Param('id') id: string, @Query() query: PageQuery): Promise<TimelinePage> {
    return this.readTimeline.run(id, query);
  }
}

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
import { DryRun } from '../disclosure';
import { Access } from '../platform/access';
import { PageQuery, Paging } from '../platform/paging';
import { Refusal } from '../platform/refusal';
import { ConfirmOverlay } from './confirm-overlay';
import type { OverlayVersion } from './overlay';
import { OverlayPage, OverlayVersionView, presentOverlay } from './overlay.view';
import { OverlayBody } from './overlays.dto';
import { OverlaysStore } from './overlays.store';
import { RecordOverlay } from './record-overlay';

const NUMBER = { name: 'number', schema: { type: 'integer' as const, minimum: 1 } };
const ABSENT = { description: 'Your organization has no such version' };

/** The number of a version in a path, which is read as text. @throws Refusal 404: there is nothing at any other path */
function versionNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw Refusal.notFound();
  return Number(text);
}

/** What the law of the own country withholds. No other organization learns that there is any of it. */
@ApiTags('overlay')
@ApiBearerAuth()
@Controller('api/v1/overlay/versions')
export class OverlaysController {
  constructor(
    private readonly store: OverlaysStore,
    private readonly paging: Paging,
    private readonly recordOverlay: RecordOverlay,
    private readonly confirmOverlay: ConfirmOverlay,
  ) {}

  @Get()
  @Access('person')
  @ApiOperation({ summary: 'List the versions of the national overlay of your organization, newest first' })
  @ApiOkResponse({ type: OverlayPage })
  async page(@Query() query: PageQuery): Promise<OverlayPage> {
    const { page, next } = await this.paging.page<OverlayVersion>(query, {
      name: 'overlay',
      placeOf: ({ number }) => [String(number)],
      load: ([before], limit) => this.store.page(before, limit),
    });
    return { items: page.map(presentOverlay), next };
  }

  @Post()
  @DryRun()
  @Access('liaison')
  @ApiOperation({
    summary: 'Record what the law of your country withholds from now on',
    description:
      'In place of the version before. It counts at once if it withholds all that the one in force does; otherwise once a second liaison officer has confirmed it, and a dry run of it changes nothing. What it withholds is told to those who have it as no longer shared. Of what others share, who share it is not told why.',
  })
  @ApiCreatedResponse({ type: OverlayVersionView })
  @ApiForbiddenResponse({ description: 'Your organization is no national CERT' })
  @ApiConflictResponse({ description: 'There is a later version than the one you build on' })
  async add(@Body() body: OverlayBody): Promise<OverlayVersionView> {
    return presentOverlay(await this.recordOverlay.run(body));
  }

  @Get(':number')
  @Access('person')
  @ApiOperation({ summary: 'Read a version of the national overlay of your organization' })
  @ApiParam(NUMBER)
  @ApiOkResponse({ type: OverlayVersionView })
  @ApiNotFoundResponse(ABSENT)
  async show(@Param('number') number: string): Promise<OverlayVersionView> {
    const found = await this.store.find(versionNumber(number));
    if (!found) throw Refusal.notFound();
    return presentOverlay(found);
  }

  @Post(':number/confirmation')
  @DryRun()
  @Access('liaison')
  @ApiOperation({
    summary: 'Confirm, as a second person, a version that withholds less than the one in force',
  })
  @ApiParam(NUMBER)
  @ApiCreatedResponse({ type: OverlayVersionView })
  @ApiForbiddenResponse({ description: 'You recorded it yourself' })
  @ApiNotFoundResponse(ABSENT)
  @ApiConflictResponse({ description: 'It counts already, or there is a later version' })
  async confirm(@Param('number') number: string): Promise<OverlayVersionView> {
    return presentOverlay(await this.confirmOverlay.run(versionNumber(number)));
  }
}

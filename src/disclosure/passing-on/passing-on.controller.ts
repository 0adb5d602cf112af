import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { byId, Paging } from '../../platform/paging';
import { DryRun, DryRunOfMany } from '../dry-run/dry-run';
import { EndPassingOn } from './end-passing-on';
import { PassOn } from './pass-on';
import {
  EndPassingBody,
  ListPassingQuery,
  PassingOnPage,
  PassingOnView,
  PassingReport,
  PassOnBody,
  presentPassing,
} from './passing-on.dto';
import { type PassedOn, PassingOnStore } from './passing-on.store';

/** What a team passes on to its constituents (D-20). */
@ApiTags('passing-on')
@ApiBearerAuth()
@Controller('api/v1/passing-on')
export class PassingOnController {
  constructor(
    private readonly passOn: PassOn,
    private readonly endPassing: EndPassingOn,
    private readonly store: PassingOnStore,
    private readonly paging: Paging,
  ) {}

  @Post()
  @HttpCode(200)
  @DryRunOfMany()
  @Access('releaser')
  @ApiOperation({
    summary: 'Pass an item that your team has under an agreement on to your constituents',
    description:
      'As far as its label and the terms let it reach each of them: the report has an outcome for each. New versions and the withdrawal of it reach them too, for as long as your team has it itself.',
  })
  @ApiOkResponse({ type: PassingReport })
  @ApiNotFoundResponse({ description: 'There is no such item, or your team does not see it now' })
  @ApiConflictResponse({ description: 'Everybody may read it' })
  @ApiUnprocessableEntityResponse({
    description: 'Somebody is no constituent of yours, or the input is faulty',
  })
  post(@Body() body: PassOnBody): Promise<PassingReport> {
    return this.passOn.run(body);
  }

  @Get()
  @Access('person')
  @ApiOperation({ summary: 'List what your team passes on, or has passed on, to its constituents' })
  @ApiOkResponse({ type: PassingOnPage })
  async list(@Query() { item, to, ...query }: ListPassingQuery): Promise<PassingOnPage> {
    const filter = { ...(item && { item: item.toLowerCase() }), ...(to && { to }) };
    const { page, next } = await this.paging.page<PassedOn>(
      query,
      byId(`passing-on|${filter.item ?? ''}|${filter.to ?? ''}`, (after, limit) =>
        this.store.page(filter, after, limit),
      ),
    );
    return { items: page.map(presentPassing), next };
  }

  @Post(':id/end')
  @DryRun()
  @Access('releaser', 'liaison', 'duty-officer')
  @ApiOperation({
    summary: 'Pass an item on no longer, at once',
    description: 'One person is enough. The constituent learns that it is shared no longer, and not why.',
  })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiCreatedResponse({ type: PassingOnView })
  @ApiNotFoundResponse({ description: 'Your organization passes nothing on under this id' })
  @ApiConflictResponse({ description: 'It was ended already' })
  end(@Param('id') id: string, @Body() { reason }: EndPassingBody): Promise<PassingOnView> {
    return this.endPassing.run(id, reason);
  }
}

import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { Paging } from '../../platform/paging';
import { Acknowledge } from './acknowledge';
import {
  AcknowledgeBody,
  AcknowledgementPage,
  AcknowledgementReport,
  ListAcknowledgementsQuery,
  presentAcknowledgement,
} from './acknowledgements.dto';
import { type Acknowledged, AcknowledgementsStore } from './acknowledgements.store';

@ApiTags('acknowledgements')
@ApiBearerAuth()
@Controller('api/v1/acknowledgements')
export class AcknowledgementsController {
  constructor(
    private readonly acknowledge: Acknowledge,
    private readonly store: AcknowledgementsStore,
    private readonly paging: Paging,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('analyst', 'liaison', 'duty-officer', 'acknowledging-key')
  @ApiOperation({
    summary: 'Acknowledge items that were shared with your team under an agreement',
    description:
      'Of each the newest version that arrived, once; doing it again changes nothing. Who shared it learns which team, which version and when, and not which person.',
  })
  @ApiOkResponse({ type: AcknowledgementReport })
  post(@Body() { items }: AcknowledgeBody): Promise<AcknowledgementReport> {
    return this.acknowledge.run(items);
  }

  @Get()
  @Access('person')
  @ApiOperation({ summary: 'List acknowledgements of your items, or those that your team made' })
  @ApiOkResponse({ type: AcknowledgementPage })
  async list(
    @Query() { side = 'received', item, ...query }: ListAcknowledgementsQuery,
  ): Promise<AcknowledgementPage> {
    const { page, next } = await this.paging.page<Acknowledged>(query, {
      name: `acknowledgements|${side}|${item ?? ''}`,
      placeOf: ({ id }) => [id],
      load: ([before], limit) => this.store.page(side === 'received', item ?? null, before, limit),
    });
    return { items: page.map(presentAcknowledgement), next };
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { Paging } from '../../platform/paging';
import { QuestionsStore } from '../questions/questions.store';
import { DisclosurePage, ListDisclosuresQuery, presentDisclosure } from './disclosures.dto';
import { type DisclosedRow, DisclosuresStore } from './disclosures.store';

@ApiTags('disclosures')
@ApiBearerAuth()
@Controller('api/v1/disclosures')
export class DisclosuresController {
  constructor(
    private readonly questions: QuestionsStore,
    private readonly store: DisclosuresStore,
    private readonly paging: Paging,
  ) {}

  @Get()
  @Access('person')
  @ApiOperation({
    summary: 'List to whom an item of your organization became known, the last first',
    description:
      'Through this portal or by word of mouth, with what it rests on. Each version is there once for each team and document.',
  })
  @ApiOkResponse({ type: DisclosurePage })
  @ApiNotFoundResponse({ description: 'There is no such item of your organization' })
  async list(@Query() { item, ...query }: ListDisclosuresQuery): Promise<DisclosurePage> {
    const { id } = await this.questions.item(item);
    const { page, next } = await this.paging.page<DisclosedRow>(query, {
      name: `disclosures|${id}`,
      placeOf: ({ at, id: last }) => [at.toISOString(), last],
      load: (before, limit) => this.store.page(id, before, limit),
    });
    return { items: page.map(presentDisclosure), next };
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { Paging } from '../../platform/paging';
import { ExceptionPage, ListExceptionsQuery, presentException } from './exceptions.dto';
import { type ExceptionRow, ExceptionsStore } from './exceptions.store';

@ApiTags('exceptions')
@ApiBearerAuth()
@Controller('api/v1/exceptions')
export class ExceptionsController {
  constructor(
    private readonly store: ExceptionsStore,
    private readonly paging: Paging,
  ) {}

  @Get()
  @Access('person')
  @ApiOperation({
    summary: 'List what your organization did outside of the usual way, the last recorded first',
    description:
      'What was told though nothing let it go, what was written down more than an hour after it was told, and what one person released alone.',
  })
  @ApiOkResponse({ type: ExceptionPage })
  async list(@Query() { kind, ...query }: ListExceptionsQuery): Promise<ExceptionPage> {
    const { page, next } = await this.paging.page<ExceptionRow>(query, {
      name: `exceptions|${kind ?? ''}`,
      placeOf: ({ recordedAt, id }) => [recordedAt.toISOString(), id],
      load: (before, limit) => this.store.page(kind ?? null, before, limit),
    });
    return { items: page.map(presentException), next };
  }
}

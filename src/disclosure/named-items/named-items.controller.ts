import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { IfNoneMatch, type ServedBody } from '../../platform/served-body';
import { ListNamedItems } from './list-named-items';
import { MayStatePurpose } from '../stated-purpose';
import { NamedItemPage, NamedItemsQuery } from './named-items.dto';

@ApiTags('duty officers')
@ApiBearerAuth()
@Controller('api/v1/named-items')
export class NamedItemsController {
  constructor(private readonly list: ListNamedItems) {}

  @Get()
  @Access('duty-officer')
  @MayStatePurpose()
  @ApiOperation({
    summary: 'List what is shared with you by name: TLP:RED',
    description:
      'Advisories and incidents whose owner named you and holds you verified as a duty officer. Nobody else of your team finds them, and no feed, list or key has them. No notice is told of them either: what was withdrawn, or is yours no longer, is not here the next time.',
  })
  @ApiOkResponse({ type: NamedItemPage })
  page(@Query() query: NamedItemsQuery, @IfNoneMatch() known?: string): Promise<ServedBody> {
    return this.list.execute(query, known);
  }
}

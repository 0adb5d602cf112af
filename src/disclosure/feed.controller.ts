import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/access';
import { IfNoneMatch, type ServedBody } from '../platform/served-body';
import { FeedPage, FeedQuery } from './feed.dto';
import { PullFeed } from './pull-feed';
import { MayStatePurpose } from './stated-purpose';

@ApiTags('feed')
@ApiBearerAuth()
@Controller('api/v1/feed')
export class FeedController {
  constructor(private readonly pull: PullFeed) {}

  @Get()
  @Access('anyone')
  @MayStatePurpose()
  @ApiOperation({
    summary: 'Pull what is new for your team since a cursor',
    description:
      'Each entry is an event: added, updated, withdrawn, no_longer_shared or notice. Keep `next` and pull with it again; an item that only now became visible to you arrives however old your cursor is. Without sign-in the feed holds public items.',
  })
  @ApiOkResponse({ type: FeedPage })
  page(@Query() { cursor, limit }: FeedQuery, @IfNoneMatch() known?: string): Promise<ServedBody> {
    return this.pull.execute(cursor, limit, known);
  }
}

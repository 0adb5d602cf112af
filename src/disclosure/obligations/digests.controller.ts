import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { PageQuery, Paging } from '../../platform/paging';
import { ListTalliesQuery, ObligationDigestPage, ObligationTallyPage } from './digests.dto';
import { ObligationsStore, type StoredDigest, type StoredTally } from './obligations.store';

/** What is owed, summed up: as it is now, and as it was told once a day. */
@ApiTags('obligations')
@ApiBearerAuth()
@Controller('api/v1')
export class ObligationDigestsController {
  constructor(
    private readonly store: ObligationsStore,
    private readonly paging: Paging,
  ) {}

  @Get('obligation-tallies')
  @Access('person')
  @ApiOperation({ summary: 'Sum up what is owed under each agreement and neither met nor waived' })
  @ApiOkResponse({ type: ObligationTallyPage })
  async tallies(@Query() { agreement, ...query }: ListTalliesQuery): Promise<ObligationTallyPage> {
    await this.store.openEnds();
    const { page, next } = await this.paging.page<StoredTally>(query, {
      name: `obligation-tallies|${agreement ?? ''}`,
      placeOf: (tally) => [tally.agreement],
      load: ([after = ''], limit) => this.store.tallies(agreement ?? null, after, limit),
    });
    const items = page.map(({ next_due: due, ...one }) => ({ ...one, next_due: due?.toISOString() ?? null }));
    return { items, next };
  }

  @Get('obligation-digests')
  @Access('person')
  @ApiOperation({
    summary: 'List the digests of what was overdue, one a day for each agreement',
    description: 'A day and agreement on which nothing was overdue has none.',
  })
  @ApiOkResponse({ type: ObligationDigestPage })
  async digests(@Query() query: PageQuery): Promise<ObligationDigestPage> {
    const { page, next } = await this.paging.page<StoredDigest>(query, {
      name: 'obligation-digests',
      placeOf: ({ day, agreement }) => [day, agreement],
      load: (after, limit) => this.store.digests(after, limit),
    });
    return {
      items: page.map(({ oldest_due, ...one }) => ({ ...one, oldest_due: oldest_due.toISOString() })),
      next,
    };
  }
}

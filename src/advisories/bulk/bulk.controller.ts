import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DryRunOfMany, WithdrawItem } from '../../disclosure';
import { Access } from '../../platform/access';
import { ProvesAgain } from '../../platform/prove-again';
import { ChangeAdvisory } from '../change-advisory';
import { OwnAdvisories } from '../own-advisories';
import { ReleaseAdvisory } from '../release-advisory';
import {
  BulkHandlingBody,
  BulkReleaseBody,
  BulkReport,
  BulkStandingReleaseBody,
  BulkWithdrawalBody,
} from './bulk.dto';
import { EachOfMany } from './each-of-many';

const DESCRIPTION =
  'Each is judged by itself as it would be alone, and the report has an outcome for each. Up to 200 at once, in one transaction.';

/** What is done to many own advisories at once. */
@ApiTags('advisories')
@ApiBearerAuth()
@Controller('api/v1/advisories/bulk')
export class BulkController {
  constructor(
    private readonly each: EachOfMany,
    private readonly own: OwnAdvisories,
    private readonly change: ChangeAdvisory,
    private readonly release: ReleaseAdvisory,
    private readonly withdrawal: WithdrawItem,
  ) {}

  @Post('handling')
  @HttpCode(200)
  @Access('analyst')
  @ApiOperation({ summary: 'Label many advisories alike', description: DESCRIPTION })
  @ApiOkResponse({ type: BulkReport })
  label(@Body() { items, handling, atomic }: BulkHandlingBody): Promise<BulkReport> {
    const act = (id: string, index: number) =>
      this.change.execute(id, { base: items[index]!.base, handling });
    return this.each.run(idsOf(items), act, atomic ?? false);
  }

  @Post('releases')
  @HttpCode(200)
  @ProvesAgain()
  @Access('releaser')
  @DryRunOfMany()
  @ApiOperation({ summary: 'Release many advisories', description: DESCRIPTION })
  @ApiOkResponse({ type: BulkReport })
  releaseMany(@Body() { items, atomic }: BulkReleaseBody): Promise<BulkReport> {
    const act = (id: string, index: number) => {
      const { version, public: toPublic } = items[index]!;
      return this.release.execute(id, version, toPublic ?? false);
    };
    return this.each.run(idsOf(items), act, atomic ?? false);
  }

  @Post('standing-releases')
  @HttpCode(200)
  @ProvesAgain()
  @Access('analyst', 'releaser')
  @DryRunOfMany()
  @ApiOperation({ summary: 'Release many advisories under one standing rule', description: DESCRIPTION })
  @ApiOkResponse({ type: BulkReport })
  releaseManyUnderRule(@Body() { items, rule, atomic }: BulkStandingReleaseBody): Promise<BulkReport> {
    const act = (id: string, index: number) => this.release.underRule(id, items[index]!.version, rule);
    return this.each.run(idsOf(items), act, atomic ?? false);
  }

  @Post('withdrawals')
  @HttpCode(200)
  @ProvesAgain()
  @Access('releaser')
  @DryRunOfMany()
  @ApiOperation({ summary: 'Withdraw many advisories for one reason', description: DESCRIPTION })
  @ApiOkResponse({ type: BulkReport })
  async withdrawMany(@Body() { ids, reason, atomic }: BulkWithdrawalBody): Promise<BulkReport> {
    await this.withdrawal.hold(ids);
    const act = async (id: string) => {
      await this.own.require(id);
      await this.withdrawal.withdraw('advisory', id, reason);
    };
    return this.each.run(ids, act, atomic ?? false);
  }
}

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);

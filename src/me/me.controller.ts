import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { BeforeSecondFactor } from '../accounts';
import { Access } from '../platform/access';
import { DescribeMe } from './describe-me';
import { IdentityView } from './identity.view';
import { MeView } from './me.view';

@ApiTags('accounts')
@ApiBearerAuth()
@Controller('api/v1/me')
export class MeController {
  constructor(private readonly describeMe: DescribeMe) {}

  @Get()
  @Access('person', 'api-key')
  @BeforeSecondFactor()
  @ApiOperation({
    summary: 'Read who you are, what your team may receive and give, and what is missing to receive more',
    description:
      'Each direction names its clause, in codes and in words. `missing` says what to do next. Nothing is disclosed by asking: the feed is not pulled.',
  })
  @ApiOkResponse({ type: MeView })
  show(): Promise<MeView> {
    return this.describeMe.run();
  }

  @Get('identity')
  @Access('person', 'api-key')
  @BeforeSecondFactor()
  @ApiOperation({
    summary: 'Read who you are, and no more',
    description: 'The beginning of what `/me` answers: quick enough to be asked before every page.',
  })
  @ApiOkResponse({ type: IdentityView })
  identity(): Promise<IdentityView> {
    return this.describeMe.identity();
  }
}

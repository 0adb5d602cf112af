import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { Organizations } from '../../organizations';
import { Access } from '../../platform/access';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { presentVerification, VerificationView } from '../duty-officers/duty-officers.view';
import { CallBackOfficer } from './call-back-officer';
import { CallBackBody } from './call-backs.dto';
import { CallBacksStore } from './call-backs.store';
import { NumberOnFileList, presentNumber, presentStanding, RedStandingList } from './call-backs.view';

/** Calling duty officers back at numbers on file, and whom RED may go to. */
@ApiTags('duty officers')
@ApiBearerAuth()
@Controller('api/v1')
export class CallBacksController {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly organizations: Organizations,
    private readonly store: CallBacksStore,
    private readonly callBack: CallBackOfficer,
  ) {}

  @Get('organizations/:handle/numbers-on-file')
  @Access('liaison', 'duty-officer')
  @ApiOperation({
    summary: 'List the numbers of a partner at which its duty officers may be called back',
    description:
      'A number counts once it has been on file for 72 hours. There are none of an organization whose duty officers you may not verify.',
  })
  @ApiParam({ name: 'handle', example: 'cncert' })
  @ApiOkResponse({ type: NumberOnFileList })
  @ApiNotFoundResponse({ description: 'No organization has this handle' })
  async numbers(@Param('handle') handle: string): Promise<NumberOnFileList> {
    const { id } = await this.organizations.byHandle(handle);
    const found = await this.store.numbers(id);
    return { items: found.map((number) => presentNumber(number, this.transaction.at)) };
  }

  @Post('duty-officer-call-backs')
  @Access('liaison', 'duty-officer')
  @ApiOperation({
    summary: 'Record that you called a duty officer of a partner back, at a number that was on file before',
    description:
      'She counts as verified for 24 hours. It is for who was verified before and has lapsed; her verification for longer is `/api/v1/duty-officer-verifications`.',
  })
  @ApiCreatedResponse({ type: VerificationView })
  async call(@Body() body: CallBackBody): Promise<VerificationView> {
    return presentVerification(await this.callBack.run(body));
  }

  @Get('red-standing')
  @Access('analyst', 'releaser', 'liaison', 'duty-officer', 'auditor')
  @ApiOperation({
    summary: 'List whom of your partners RED may go to, and to whom of yours theirs',
    description:
      'A line for each direction in which an agreement in force lets RED go. Where nobody is held verified, nothing marked RED goes there. It says nothing of any item.',
  })
  @ApiOkResponse({ type: RedStandingList })
  async standing(): Promise<RedStandingList> {
    const { handle } = await this.organizations.byId(this.transaction.viewer.organizationId);
    const found = await this.store.standing();
    return { items: found.map((one) => presentStanding(one, handle)) };
  }
}

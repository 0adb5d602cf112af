import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { byId, Paging } from '../../platform/paging';
import { QuestionsStore } from '../questions/questions.store';
import {
  ApprovalPage,
  ApprovalView,
  ApproveBody,
  ListApprovalsQuery,
  presentApproval,
} from './approvals.dto';
import { ApprovalsStore, type StoredApproval } from './approvals.store';
import { ApproveVersion } from './approve-version';

/** Who approved a version beside its release, as the terms of some partners require (D-13). */
@ApiTags('approvals')
@ApiBearerAuth()
@ApiNotFoundResponse({ description: 'There is no such item, version or approval of your organization' })
@Controller('api/v1/approvals')
export class ApprovalsController {
  constructor(
    private readonly approveVersion: ApproveVersion,
    private readonly questions: QuestionsStore,
    private readonly store: ApprovalsStore,
    private readonly paging: Paging,
  ) {}

  @Post()
  @Access('duty-officer', 'liaison')
  @ApiOperation({
    summary:
      'Approve the latest version of your item as a duty officer, or record that a ministry approved it',
    description:
      'Beside the release, before or after it: partners whose terms require the approval get the version from then on. That of a ministry counts once a second person has confirmed it, and for the agreements to which the ministry is a party.',
  })
  @ApiCreatedResponse({ type: ApprovalView })
  @ApiForbiddenResponse({
    description: 'You are an author of the version, or the level is not yours to approve',
  })
  @ApiConflictResponse({
    description: 'There is a later version, it is withdrawn, or you approved it already',
  })
  @ApiUnprocessableEntityResponse({ description: 'The input breaks the rules listed under errors' })
  async approve(@Body() body: ApproveBody): Promise<ApprovalView> {
    return presentApproval(await this.approveVersion.run(body));
  }

  @Get()
  @Access('person')
  @ApiOperation({ summary: 'List who approved the versions of your item' })
  @ApiOkResponse({ type: ApprovalPage })
  async list(@Query() { item, ...query }: ListApprovalsQuery): Promise<ApprovalPage> {
    const { id } = await this.questions.item(item);
    const { page, next } = await this.paging.page<StoredApproval>(
      query,
      byId(`approvals|${id}`, (after, limit) => this.store.page(id, after, limit)),
    );
    return { items: page.map(presentApproval), next };
  }

  @Post(':id/confirmation')
  @Access('liaison', 'releaser')
  @ApiOperation({ summary: 'Confirm, as a second person, that a ministry approved a version' })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiCreatedResponse({ type: ApprovalView })
  @ApiForbiddenResponse({ description: 'You recorded it yourself, or are an author of the version' })
  @ApiConflictResponse({ description: 'It needs no confirmation, or has it already' })
  async confirm(@Param('id') id: string): Promise<ApprovalView> {
    return presentApproval(await this.approveVersion.confirm(id));
  }
}

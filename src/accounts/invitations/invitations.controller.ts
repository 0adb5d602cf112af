import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { ProvesAgain } from '../../platform/prove-again';
import { Access } from '../../platform/access';
import { TakesOnce } from '../../platform/idempotency/takes-once';
import { AnswersSecret } from '../../platform/secret-answer';
import { InvitationGuard } from '../credentials/token.guards';
import { byId, PageQuery, Paging } from '../../platform/paging';
import { AcceptInvitation } from './accept-invitation';
import {
  AcceptedView,
  AcceptInvitationBody,
  InvitationPage,
  InviteBody,
  IssuedInvitationView,
  presentInvitation,
  presentInvitations,
} from './invitations.dto';
import { InvitationsStore } from './invitations.store';
import { Invite } from './invite';
import { RevokeInvitation } from './revoke-invitation';
import { AsksItself } from '../still-acting.interceptor';

@ApiTags('accounts')
@AsksItself()
@Controller('api/v1/invitations')
export class InvitationsController {
  constructor(
    private readonly store: InvitationsStore,
    private readonly paging: Paging,
    private readonly invite: Invite,
    private readonly revokeInvitation: RevokeInvitation,
    private readonly acceptInvitation: AcceptInvitation,
  ) {}

  @Get()
  @Access('administrator', 'auditor')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'List the invitations of your organization, those that are over too' })
  @ApiOkResponse({ type: InvitationPage })
  async list(@Query() query: PageQuery): Promise<InvitationPage> {
    return presentInvitations(
      await this.paging.page(
        query,
        byId('invitations', (after, limit) => this.store.page(after, limit)),
      ),
    );
  }

  @Post()
  @ProvesAgain()
  @AnswersSecret()
  @Access('administrator')
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Invite a person to your organization',
    description:
      'Answers a token to hand over, which is used once within seven days and is nowhere else. The invited person sets the password. Invitations of an administrator who leaves, or is none any more, end.',
  })
  @ApiCreatedResponse({ type: IssuedInvitationView })
  @ApiConflictResponse({ description: 'There is an account or an open invitation with this e-mail' })
  async issue(@Body() body: InviteBody): Promise<IssuedInvitationView> {
    const { token, ...invitation } = await this.invite.run(body);
    return { ...presentInvitation(invitation), token };
  }

  @Post('acceptance')
  @TakesOnce()
  @Access('anyone')
  @UseGuards(InvitationGuard)
  @ApiOperation({ summary: 'Accept an invitation: set your password, then sign in' })
  @ApiCreatedResponse({ type: AcceptedView })
  @ApiNotFoundResponse({ description: 'The token is unknown, used, revoked or expired; which is not said' })
  @ApiConflictResponse({ description: 'An account with this e-mail was made in the meantime' })
  accept(@Body() body: AcceptInvitationBody): Promise<AcceptedView> {
    return this.acceptInvitation.run(body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('administrator')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Revoke an invitation', description: 'Revoking it once more changes nothing.' })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiNoContentResponse({ description: 'It can no longer be accepted' })
  @ApiNotFoundResponse({ description: 'There is no such invitation of your organization' })
  @ApiConflictResponse({ description: 'It was accepted' })
  async revoke(@Param('id') id: string): Promise<void> {
    await this.revokeInvitation.run(id);
  }
}

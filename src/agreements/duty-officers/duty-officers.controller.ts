import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { PageQuery, Paging } from '../../platform/paging';
import { ReasonBody } from '../pauses.dto';
import { VerifyDutyOfficerBody } from './duty-officers.dto';
import { DutyOfficersStore, type MyVerification, type PartnerOfficer } from './duty-officers.store';
import {
  DutyOfficerPage,
  MyVerificationPage,
  presentMine,
  presentOfficer,
  presentVerification,
  VerificationPage,
  VerificationView,
} from './duty-officers.view';
import { RevokeVerification } from './revoke-verification';
import { VerifyDutyOfficer } from './verify-duty-officer';

/** Duty officers of partners, who verified them, and until when: RED goes to nobody else. */
@ApiTags('duty officers')
@ApiBearerAuth()
@Controller('api/v1')
export class DutyOfficersController {
  constructor(
    private readonly store: DutyOfficersStore,
    private readonly paging: Paging,
    private readonly verifyOfficer: VerifyDutyOfficer,
    private readonly revokeVerification: RevokeVerification,
  ) {}

  @Get('duty-officers')
  @Access('analyst', 'releaser', 'liaison', 'duty-officer')
  @ApiOperation({
    summary: 'List the duty officers whom your organization may verify and name',
    description:
      'Those of the operating CERTs with which an agreement of yours is in force. Call back a verified contact of theirs (`/api/v1/organizations/{handle}/contacts`) before you verify one.',
  })
  @ApiOkResponse({ type: DutyOfficerPage })
  async officers(@Query() query: PageQuery): Promise<DutyOfficerPage> {
    const { page, next } = await this.paging.page<PartnerOfficer>(query, {
      name: 'duty-officers',
      placeOf: ({ organization, id }) => [organization, id],
      load: (after, limit) => this.store.partners(after, limit),
    });
    return { items: page.map(presentOfficer), next };
  }

  @Get('duty-officer-verifications')
  @Access('analyst', 'releaser', 'liaison', 'duty-officer', 'auditor')
  @ApiOperation({ summary: 'List the verifications of duty officers that your organization recorded' })
  @ApiOkResponse({ type: VerificationPage })
  async verifications(@Query() query: PageQuery): Promise<VerificationPage> {
    const { page, next } = await this.paging.page(query, {
      name: 'duty-officer-verifications',
      placeOf: ({ id }: { id: string }) => [id],
      load: ([before], limit) => this.store.page(before, limit),
    });
    return { items: page.map(presentVerification), next };
  }

  @Post('duty-officer-verifications')
  @Access('liaison', 'duty-officer')
  @ApiOperation({
    summary: 'Record that you verified a duty officer of a partner',
    description:
      'From now until `valid_until` she gets what your organization shares with her by name. It ends at once when it is revoked, and when she loses the role or leaves; who gets the role again is verified again.',
  })
  @ApiCreatedResponse({ type: VerificationView })
  async verify(@Body() body: VerifyDutyOfficerBody): Promise<VerificationView> {
    return presentVerification(await this.verifyOfficer.run(body));
  }

  @Post('duty-officer-verifications/:id/revocation')
  @Access('liaison', 'duty-officer')
  @ApiOperation({
    summary: 'Revoke a verification of a duty officer, at once',
    description: 'She reads nothing more that was shared with her by name, and is not told why.',
  })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiCreatedResponse({ type: VerificationView })
  @ApiNotFoundResponse({ description: 'Your organization recorded no such verification' })
  @ApiConflictResponse({ description: 'It has lapsed, or was ended before' })
  async revoke(@Param('id') id: string, @Body() { reason }: ReasonBody): Promise<VerificationView> {
    return presentVerification(await this.revokeVerification.run(id, reason));
  }

  @Get('me/verifications')
  @Access('person')
  @ApiOperation({ summary: 'List who has verified you as a duty officer, and until when' })
  @ApiOkResponse({ type: MyVerificationPage })
  async mine(@Query() query: PageQuery): Promise<MyVerificationPage> {
    const { page, next } = await this.paging.page<MyVerification>(query, {
      name: 'my-verifications',
      placeOf: ({ id }) => [id],
      load: ([before], limit) => this.store.mine(before, limit),
    });
    return { items: page.map(presentMine), next };
  }
}

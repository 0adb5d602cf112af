import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import { asksAgain } from '../credentials/asks-again.guard';
import { Access } from '../../platform/access';
import { ProvesAgain } from '../../platform/prove-again';
import { AnswersSecret } from '../../platform/secret-answer';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { needsSecondFactor } from '../rules/second-factor';
import { EnrolSecondFactor } from './enrol-second-factor';
import { RemoveSecondFactor } from './remove-second-factor';
import { BeforeSecondFactor, SECOND_FACTOR_REQUIRED } from './requirement';
import {
  BeginSecondFactorBody,
  BegunSecondFactorView,
  ConfirmSecondFactorBody,
  NewRecoveryCodesBody,
  RecoveryCodesView,
  SecondFactorView,
} from './second-factor.dto';
import { SecondFactorStore } from './second-factor.store';
import { ConditionOnAccount } from '../people/versioned-account';
import { AsksItself } from '../still-acting.interceptor';

const TOO_MANY = { description: 'Too many wrong passwords or codes; Retry-After says how long to wait' };
/** A found token alone must not enrol the finder's app. */
const Password = asksAgain(
  BeginSecondFactorBody,
  ({ password }) => ({ field: 'password', password }),
  'second-factor/enrolment-refused',
);
const PasswordAndCode = asksAgain(
  NewRecoveryCodesBody,
  ({ password, code }) => ({ field: 'password', password, code }),
  'second-factor/recovery-codes-refused',
);

@ApiTags('accounts')
@ApiBearerAuth()
@AsksItself()
@Controller('api/v1')
export class SecondFactorController {
  constructor(
    @Inject(SECOND_FACTOR_REQUIRED) private readonly required: boolean,
    private readonly transaction: ViewerTransaction,
    private readonly store: SecondFactorStore,
    private readonly enrol: EnrolSecondFactor,
    private readonly removeSecondFactor: RemoveSecondFactor,
  ) {}

  @Get('me/second-factor')
  @Access('person')
  @BeforeSecondFactor()
  @ApiOperation({ summary: 'Read whether you have a second factor, and need one' })
  @ApiOkResponse({ type: SecondFactorView })
  async show(): Promise<SecondFactorView> {
    const { person, viewer } = this.transaction;
    const found = await this.store.find(person);
    return {
      required: this.required && needsSecondFactor(viewer.roles),
      enrolled_at: found?.confirmed_at?.toISOString() ?? null,
      recovery_codes_left: found?.recovery_codes_left ?? 0,
    };
  }

  @Post('me/second-factor')
  @AnswersSecret()
  @Access('person')
  @BeforeSecondFactor()
  @UseGuards(Password)
  @ApiTooManyRequestsResponse(TOO_MANY)
  @ApiOperation({
    summary: 'Begin to enrol an authenticator app',
    description:
      'Your password is asked for. Time-based codes after RFC 6238: six digits, 30 seconds, SHA-1. Nothing changes until a code confirms it; beginning again makes another secret.',
  })
  @ApiCreatedResponse({ type: BegunSecondFactorView })
  @ApiConflictResponse({ description: 'You have a second factor already' })
  begin(@Body() _body: BeginSecondFactorBody): Promise<BegunSecondFactorView> {
    return this.enrol.begin();
  }

  @Post('me/second-factor/confirmation')
  @AnswersSecret()
  @Access('person')
  @BeforeSecondFactor()
  @ApiOperation({
    summary: 'Confirm the app with a code of it',
    description: 'From then on signing in asks for a code. Your other sessions end.',
  })
  @ApiCreatedResponse({ type: RecoveryCodesView })
  @ApiConflictResponse({ description: 'It was not begun, or you have a second factor already' })
  confirm(@Body() body: ConfirmSecondFactorBody): Promise<RecoveryCodesView> {
    return this.enrol.confirm(body);
  }

  @Post('me/second-factor/recovery-codes')
  @AnswersSecret()
  @Access('person')
  @UseGuards(PasswordAndCode)
  @ApiTooManyRequestsResponse(TOO_MANY)
  @ApiOperation({
    summary: 'Get other recovery codes',
    description: 'Your password and a code of the app are asked for. The former recovery codes are void.',
  })
  @ApiCreatedResponse({ type: RecoveryCodesView })
  @ApiConflictResponse({ description: 'You have no second factor' })
  renewCodes(@Body() _body: NewRecoveryCodesBody): Promise<RecoveryCodesView> {
    return this.enrol.renewCodes();
  }

  @Delete('accounts/:id/second-factor')
  @ConditionOnAccount
  @HttpCode(204)
  @ProvesAgain()
  @Access('administrator')
  @ApiOperation({
    summary: 'Remove the second factor of a colleague who lost it',
    description: 'The colleague’s sessions end. Nobody removes her or his own.',
  })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiNoContentResponse({ description: 'The colleague signs in with the password and enrols anew' })
  @ApiForbiddenResponse({ description: 'It is your own, or you are no administrator any more' })
  @ApiNotFoundResponse({ description: 'There is no such account of your organization' })
  @ApiConflictResponse({ description: 'The person has left, or has no second factor' })
  async remove(@Param('id') id: string): Promise<void> {
    await this.removeSecondFactor.run(id);
  }
}

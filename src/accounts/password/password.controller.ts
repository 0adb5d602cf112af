import { Body, Controller, HttpCode, Param, Post, Put, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { ProvesAgain } from '../../platform/prove-again';
import { TakesOnce } from '../../platform/idempotency/takes-once';
import { AnswersSecret } from '../../platform/secret-answer';
import { ResetGuard } from '../credentials/token.guards';
import { BeforeSecondFactor } from '../second-factor/requirement';
import { ChangePassword } from './change-password';
import { ConditionOnAccount } from '../people/versioned-account';
import { IssuePasswordReset } from './issue-password-reset';
import { asksAgain } from '../credentials/asks-again.guard';
import { ChangePasswordBody, PasswordResetView, ResetPasswordBody } from './password.dto';
import { ResetPassword } from './reset-password';
import { AsksItself } from '../still-acting.interceptor';

/** A found token alone must not change the password. */
const OldPassword = asksAgain(
  ChangePasswordBody,
  ({ old_password }) => ({ field: 'old_password', password: old_password }),
  'account/password-change-refused',
);

@ApiTags('accounts')
@AsksItself()
@Controller('api/v1')
export class PasswordController {
  constructor(
    private readonly changePassword: ChangePassword,
    private readonly issueReset: IssuePasswordReset,
    private readonly resetPassword: ResetPassword,
  ) {}

  @Put('me/password')
  @HttpCode(204)
  @TakesOnce()
  @Access('person')
  @BeforeSecondFactor()
  @UseGuards(OldPassword)
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Change your password',
    description: 'The old one is asked for. All your other sessions end; this one goes on.',
  })
  @ApiNoContentResponse({ description: 'The password is changed' })
  @ApiTooManyRequestsResponse({ description: 'Too many wrong passwords; Retry-After says how long to wait' })
  async change(@Body() body: ChangePasswordBody): Promise<void> {
    await this.changePassword.run(body);
  }

  @Post('accounts/:id/password-reset')
  @ConditionOnAccount
  @AnswersSecret()
  @ProvesAgain()
  @Access('administrator')
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Let a colleague who forgot the password set a new one',
    description:
      'Answers a token to hand over, which is used once within 24 hours. An earlier one is void. You never learn the password.',
  })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiCreatedResponse({ type: PasswordResetView })
  @ApiForbiddenResponse({ description: 'It is your own account, or you are no administrator any more' })
  @ApiNotFoundResponse({ description: 'There is no such account of your organization' })
  @ApiConflictResponse({ description: 'The person has left' })
  issue(@Param('id') id: string): Promise<PasswordResetView> {
    return this.issueReset.run(id);
  }

  @Post('password-resets/acceptance')
  @HttpCode(204)
  @TakesOnce()
  @Access('anyone')
  @UseGuards(ResetGuard)
  @ApiOperation({
    summary: 'Set a new password with a token from an administrator',
    description: 'All sessions of the account end; then sign in.',
  })
  @ApiNoContentResponse({ description: 'The password is set' })
  @ApiNotFoundResponse({ description: 'The token is unknown, used, void or expired; which is not said' })
  async reset(@Body() body: ResetPasswordBody): Promise<void> {
    await this.resetPassword.run(body);
  }
}

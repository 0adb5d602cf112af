import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import {
  ApiBody,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { AnswersSecret } from '../../platform/secret-answer';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { AccessTokens, TOKEN_LIFE } from './access-tokens';
import { SignIn } from './sign-in';
import { AccessTokenView, SignInBody } from './sign-in.dto';
import { SignInGuard } from './sign-in.guard';

@ApiTags('sign-in')
@Controller('api/v1/sign-in')
export class SignInController {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly signIn: SignIn,
    private readonly tokens: AccessTokens,
  ) {}

  @Post()
  @HttpCode(200)
  @AnswersSecret()
  @Access('anyone')
  @UseGuards(SignInGuard)
  @ApiOperation({
    summary: 'Sign in with e-mail and password',
    description:
      'Answers an access token for 15 minutes. Systems do not sign in: they present an API key instead.',
  })
  @ApiBody({ type: SignInBody })
  @ApiOkResponse({ type: AccessTokenView })
  @ApiUnauthorizedResponse({ description: 'The e-mail or the password is wrong; which one is not said' })
  @ApiTooManyRequestsResponse({
    description: 'Too many attempts failed; Retry-After says how many seconds to wait',
  })
  async run(@Body() _checked: SignInBody): Promise<AccessTokenView> {
    await this.signIn.recordSuccess();
    const access_token = this.tokens.issue(this.transaction.person);
    return { access_token, token_type: 'Bearer', expires_in: TOKEN_LIFE };
  }
}

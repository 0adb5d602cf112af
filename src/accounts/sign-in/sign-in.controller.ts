import { Body, Controller, HttpCode, Ip, Post, UseGuards } from '@nestjs/common';
import {
  ApiBody,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { Access } from '../../platform/access';
import { networkOf } from '../../platform/network';
import { AnswersSecret } from '../../platform/secret-answer';
import { RefreshGuard } from '../credentials/token.guards';
import { RefreshSession } from '../sessions/refresh-session';
import { Sessions } from '../sessions/sessions';
import { RefreshBody, TokensView } from '../sessions/sessions.dto';
import { ConfirmSignIn } from './confirm-sign-in';
import { SignInBody } from './sign-in.dto';
import { SignInGuard } from './sign-in.guard';
import { AsksItself } from '../still-acting.interceptor';

@ApiTags('sign-in')
@AsksItself()
@Controller('api/v1/sign-in')
export class SignInController {
  constructor(
    private readonly confirm: ConfirmSignIn,
    private readonly sessions: Sessions,
    private readonly refreshSession: RefreshSession,
  ) {}

  @Post()
  @HttpCode(200)
  @AnswersSecret()
  @Access('anyone')
  @UseGuards(SignInGuard)
  @ApiOperation({
    summary: 'Sign in with e-mail, password and, if you have a second factor, a code',
    description:
      'Begins a session: an access token for 15 minutes, and a refresh token to go on with, for 12 hours at a time and 7 days in all. Systems do not sign in: they present an API key instead.',
  })
  @ApiBody({ type: SignInBody })
  @ApiOkResponse({ type: TokensView })
  @ApiUnauthorizedResponse({
    description:
      'The e-mail or the password is wrong; which one is not said. With both right, whether a code is asked for or was wrong',
  })
  @ApiTooManyRequestsResponse({
    description: 'Too many attempts failed; Retry-After says how many seconds to wait',
  })
  async run(@Body() { kind }: SignInBody, @Ip() address: string): Promise<TokensView> {
    await this.confirm.run();
    return this.sessions.begin({ kind: kind ?? 'api', network: networkOf(address) });
  }

  @Post('refresh')
  @HttpCode(200)
  @AnswersSecret()
  @Access('anyone')
  @UseGuards(RefreshGuard)
  @ApiOperation({
    summary: 'Go on with a session',
    description:
      'Exchanges a refresh token for new tokens; send it without an Authorization header. Each is used once, one request at a time: a second use is taken for theft and ends the session.',
  })
  @ApiOkResponse({ type: TokensView })
  @ApiUnauthorizedResponse({ description: 'The session is over; why is not said' })
  refresh(@Body() body: RefreshBody): Promise<TokensView> {
    return this.refreshSession.run(body);
  }
}

import { Controller, Header, HttpCode, Post, UseGuards } from '@nestjs/common';
import { Access } from '../../platform/access';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { AccessTokens, TOKEN_LIFE } from './access-tokens';
import { SignIn } from './sign-in';
import type { AccessTokenView } from './sign-in.dto';
import { SignInGuard } from './sign-in.guard';

@Controller('api/v1/sign-in')
export class SignInController {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly signIn: SignIn,
    private readonly tokens: AccessTokens,
  ) {}

  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Access('anyone')
  @UseGuards(SignInGuard)
  async run(): Promise<AccessTokenView> {
    await this.signIn.recordSuccess();
    const access_token = this.tokens.issue(this.transaction.person);
    return { access_token, token_type: 'Bearer', expires_in: TOKEN_LIFE };
  }
}

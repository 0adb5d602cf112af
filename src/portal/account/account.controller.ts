import { Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage, leadOn } from '../screen/answer';
import type { Screen } from '../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../screen/screens';
import { given, tried } from '../web-api/refused';
import { repeatedFault } from './repeated';
import { AccountPage } from './account.page';
import { PasswordPage } from './password.page';

/** One's own account: how pages look, and the ways to change how one signs in. */
@Screens('account')
export class AccountScreens {
  @Get()
  async show(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const factor = await given(screen.api.GET('/api/v1/me/second-factor'));
    answerPage(response, AccountPage({ screen, factor }));
  }

  @Get('password')
  password(@OnScreen() screen: Screen, @Res() response: Response): void {
    answerPage(response, PasswordPage({ screen }));
  }

  @Post('password')
  async changePassword(
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const body = { old_password: form.secret('old_password'), new_password: form.secret('new_password') };
    const { refused } =
      repeatedFault(body.new_password, form) ??
      (await tried(screen.api.PUT('/api/v1/me/password', { body })));
    if (refused) return answerPage(response, PasswordPage({ screen, refused }), refused.status);
    leadOn(response, '/portal/account', 'passwordChanged');
  }
}

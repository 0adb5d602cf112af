import { Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage } from '../screen/answer';
import type { MessageKey } from '../messages/catalogue';
import type { Screen } from '../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../screen/screens';
import { given, tried } from '../web-api/refused';
import { ConfirmFactorPage } from './confirm-factor.page';
import { RecoveryCodesPage } from './recovery-codes.page';
import { SecondFactorPage } from './second-factor.page';

/** Enrolling an authenticator app, and recovery codes. What is secret is in the answer to the form, and on no address. */
@Screens('account/second-factor')
export class SecondFactorScreens {
  @Get()
  async show(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const factor = await given(screen.api.GET('/api/v1/me/second-factor'));
    answerPage(response, SecondFactorPage({ screen, factor }));
  }

  @Post()
  async begin(@OnScreen() screen: Screen, @Sent() form: Form, @Res() response: Response): Promise<void> {
    const body = { password: form.secret('password') };
    const { data, refused } = await tried(screen.api.POST('/api/v1/me/second-factor', { body }));
    if (!refused) return answerPage(response, ConfirmFactorPage({ screen, uri: data.otpauth_uri }));
    const factor = await given(screen.api.GET('/api/v1/me/second-factor'));
    answerPage(response, SecondFactorPage({ screen, factor, refused }), refused.status);
  }

  @Post('confirmation')
  async confirm(@OnScreen() screen: Screen, @Sent() form: Form, @Res() response: Response): Promise<void> {
    const [uri, code] = [form.text('uri') ?? '', (form.text('code') ?? '').replaceAll(' ', '')];
    const asked = screen.api.POST('/api/v1/me/second-factor/confirmation', { body: { code } });
    const { data, refused } = await tried(asked);
    if (!refused) return showCodes(screen, response, data.recovery_codes, 'account.enrolledNow');
    if (refused.status === 422 && uri.startsWith('otpauth://totp/'))
      return answerPage(response, ConfirmFactorPage({ screen, uri, refused }), refused.status);
    const factor = await given(screen.api.GET('/api/v1/me/second-factor'));
    answerPage(response, SecondFactorPage({ screen, factor, refused }), refused.status);
  }

  @Post('recovery-codes')
  async renew(@OnScreen() screen: Screen, @Sent() form: Form, @Res() response: Response): Promise<void> {
    const body = { password: form.secret('password'), code: (form.text('code') ?? '').replaceAll(' ', '') };
    const { data, refused } = await tried(
      screen.api.POST('/api/v1/me/second-factor/recovery-codes', { body }),
    );
    if (!refused) return showCodes(screen, response, data.recovery_codes, 'account.renewedNow');
    const factor = await given(screen.api.GET('/api/v1/me/second-factor'));
    answerPage(response, SecondFactorPage({ screen, factor, refused }), refused.status);
  }
}

function showCodes(screen: Screen, response: Response, codes: readonly string[], told: MessageKey): void {
  answerPage(response, RecoveryCodesPage({ screen, codes, told: screen.t(told) }));
}

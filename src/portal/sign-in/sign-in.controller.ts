import { Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { BrowserSessions } from '../../accounts';
import { answerPage, leadOn } from '../screen/answer';
import { setSessionCookie } from '../screen/cookies';
import type { Screen } from '../screen/screen';
import { WithoutSignIn } from '../screen/screen.guard';
import { Form, OnScreen, Screens, Sent } from '../screen/screens';
import { safeReturn } from '../screen/sign-in-first';
import { given, tried } from '../web-api/refused';
import { SignInPage } from './sign-in.page';

@Screens('')
export class SignInScreens {
  constructor(private readonly sessions: BrowserSessions) {}

  @Get('sign-in')
  @WithoutSignIn()
  show(@OnScreen() screen: Screen, @Res() response: Response): void {
    if (screen.me) return leadOn(response, safeReturn(screen.query.next));
    answerPage(response, SignInPage({ screen, next: screen.query.next }));
  }

  @Post('sign-in')
  @WithoutSignIn()
  async signIn(
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const [email, code, next] = [form.text('email'), form.text('code'), form.text('next')];
    const proof = { password: form.secret('password'), ...(code ? { code } : {}) };
    const body = { email: email ?? '', ...proof, kind: 'browser' as const };
    const { data, refused } = await tried(screen.api.POST('/api/v1/sign-in', { body }));
    if (refused) return answerPage(response, SignInPage({ screen, next, email, refused }), refused.status);
    setSessionCookie(request, response, this.sessions.begin(data.access_token));
    leadOn(response, safeReturn(next));
  }

  @Post('sign-out')
  async signOut(
    @OnScreen() screen: Screen,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await given(screen.api.POST('/api/v1/sign-out'));
    setSessionCookie(request, response, undefined);
    leadOn(response, '/portal/sign-in', 'signedOut');
  }
}

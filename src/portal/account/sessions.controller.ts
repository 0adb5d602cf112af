import { Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { answerPage, leadOn } from '../screen/answer';
import { setSessionCookie } from '../screen/cookies';
import type { Screen } from '../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../screen/screens';
import { given } from '../web-api/refused';
import { SessionsPage } from './sessions.page';

/** Where somebody is signed in, and the ways to end it. */
@Screens('account/sessions')
export class SessionsScreens {
  @Get()
  async list(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const { cursor } = screen.query;
    const query = cursor ? { cursor } : {};
    const page = await given(screen.api.GET('/api/v1/me/sessions', { params: { query } }));
    answerPage(response, SessionsPage({ screen, page }));
  }

  @Post('everywhere')
  async everywhere(
    @OnScreen() screen: Screen,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await given(screen.api.POST('/api/v1/sign-out/everywhere'));
    setSessionCookie(request, response, undefined);
    leadOn(response, '/portal/sign-in', 'signedOutEverywhere');
  }

  @Post(':id/end')
  async end(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await given(screen.api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } }));
    if (!form.has('current')) return leadOn(response, '/portal/account/sessions', 'sessionEnded');
    setSessionCookie(request, response, undefined);
    leadOn(response, '/portal/sign-in', 'signedOut');
  }
}

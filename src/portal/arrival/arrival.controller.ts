import { Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { repeatedFault } from '../account/repeated';
import { answerPage, leadOn } from '../screen/answer';
import { arrivalCookie, setArrivalCookie, setSessionCookie } from '../screen/cookies';
import type { Screen } from '../screen/screen';
import { WithoutSignIn } from '../screen/screen.guard';
import { Form, OnScreen, Screens, Sent } from '../screen/screens';
import { type ApiRefused, tried } from '../web-api/refused';
import { ArrivalPage } from './arrival.page';

type Arrival = 'invitation' | 'password-reset';

/**
 * People who come with a token that an administrator handed over. The address that brings it is left at once for one
 * without it; until the password is set, the token waits in a cookie that no script reads.
 */
@Screens('')
export class ArrivalScreens {
  @Get('invitation')
  @WithoutSignIn()
  invitation(@OnScreen() screen: Screen, @Req() request: Request, @Res() response: Response): void {
    arrive('invitation', screen, request, response);
  }

  @Post('invitation')
  @WithoutSignIn()
  async accept(
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const body = bodyOf(form, request);
    const { refused } =
      repeatedFault(body.password, form) ??
      (await tried(screen.api.POST('/api/v1/invitations/acceptance', { body })));
    if (refused) return again('invitation', screen, request, response, refused);
    done(request, response, 'accountMade');
  }

  @Get('password-reset')
  @WithoutSignIn()
  reset(@OnScreen() screen: Screen, @Req() request: Request, @Res() response: Response): void {
    arrive('password-reset', screen, request, response);
  }

  @Post('password-reset')
  @WithoutSignIn()
  async set(
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const body = bodyOf(form, request);
    const { refused } =
      repeatedFault(body.password, form) ??
      (await tried(screen.api.POST('/api/v1/password-resets/acceptance', { body })));
    if (refused) return again('password-reset', screen, request, response, refused);
    done(request, response, 'passwordSet');
  }
}

function arrive(kind: Arrival, screen: Screen, request: Request, response: Response): void {
  const { token } = screen.query;
  if (token) {
    setArrivalCookie(request, response, token.slice(0, 200));
    return leadOn(response, `/portal/${kind}`);
  }
  answerPage(response, ArrivalPage({ screen, kind, hasToken: arrivalCookie(request) !== undefined }));
}

const bodyOf = (form: Form, request: Request) => ({
  token: form.text('token') ?? arrivalCookie(request) ?? '',
  password: form.secret('password'),
});

function again(
  kind: Arrival,
  screen: Screen,
  request: Request,
  response: Response,
  refused: ApiRefused,
): void {
  // A token that is good for nothing is asked for anew.
  const gone = refused.status === 404;
  if (gone) setArrivalCookie(request, response, undefined);
  const hasToken = !gone && arrivalCookie(request) !== undefined;
  answerPage(response, ArrivalPage({ screen, kind, hasToken, refused }), refused.status);
}

/** Whoever was signed in with this browser is not any more: the sign-in that follows is the newcomer’s. */
function done(request: Request, response: Response, told: string): void {
  setArrivalCookie(request, response, undefined);
  setSessionCookie(request, response, undefined);
  leadOn(response, '/portal/sign-in', told);
}

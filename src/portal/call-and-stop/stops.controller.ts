import { Get, NotFoundException, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage, leadOn } from '../screen/answer';
import { type Screen, standingOf } from '../screen/screen';
import { WithStanding } from '../screen/screen.guard';
import { Form, OnScreen, Screens, Sent } from '../screen/screens';
import { given, tried } from '../web-api/refused';
import { type Effect, StopPage } from './stop.page';

const PLACE = '/portal/call-and-stop';
/** What a dry run says for a reason, before one is given. */
const NOT_YET = 'Looking at whom it would affect.';

/** Stopping what is sent to a team. How a stop ends is on the pages of agreements. */
@Screens('call-and-stop')
@WithStanding()
export class StopScreens {
  @Get(':handle/stop')
  async ask(
    @OnScreen() screen: Screen,
    @Param('handle') to: string,
    @Res() response: Response,
  ): Promise<void> {
    const effect = await effectOf(screen, to);
    answerPage(response, StopPage({ screen, partner: partnerOf(screen, to), effect }));
  }

  @Post(':handle/stop')
  async stop(
    @OnScreen() screen: Screen,
    @Param('handle') to: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const reason = form.text('reason');
    const body = { to, reason: reason ?? '' };
    const { refused } = await tried(screen.api.POST('/api/v1/stops', { body }));
    if (!refused) return leadOn(response, PLACE, 'stopped');
    if (!refused.problem.errors) throw refused;
    const effect = await effectOf(screen, to);
    const partner = partnerOf(screen, to);
    answerPage(response, StopPage({ screen, partner, effect, reason, refused }), refused.status);
  }
}

async function effectOf(screen: Screen, to: string): Promise<Effect> {
  const dry = { params: { query: { dry_run: 'true' } }, body: { to, reason: NOT_YET } } as const;
  return (await given(screen.api.POST('/api/v1/stops', dry))) as Effect;
}

function partnerOf(screen: Screen, handle: string): { handle: string; name: string } {
  const direction = standingOf(screen).directions?.find(({ counterpart }) => counterpart === handle);
  if (!direction) throw new NotFoundException();
  return { handle, name: direction.counterpart_name };
}

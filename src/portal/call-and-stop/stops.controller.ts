import { Get, NotFoundException, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage, leadOn } from '../screen/answer';
import type { Screen } from '../screen/screen';
import { Form, OnScreen, Screens, Sent } from '../screen/screens';
import { type ApiRefused, given, tried } from '../web-api/refused';
import type { Direction, Pause } from './partners';
import { PausePage } from './pause.page';
import { type Effect, StopPage } from './stop.page';

const PLACE = '/portal/call-and-stop';
/** What a dry run says for a reason, before one is given. */
const NOT_YET = 'Looking at whom it would affect.';

/** Stopping what is sent to a team, and ending a stop. */
@Screens('call-and-stop')
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

  @Get('pauses/:id')
  async pause(@OnScreen() screen: Screen, @Param('id') id: string, @Res() response: Response): Promise<void> {
    await showPause(screen, id, response);
  }

  @Post('pauses/:id/resumption')
  async resume(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const reason = form.text('reason');
    const { refused } = await tried(
      screen.api.POST('/api/v1/pauses/{id}/resumption', {
        params: { path: { id } },
        body: { reason: reason ?? '' },
      }),
    );
    if (refused) return showPause(screen, id, response, { refused, reason });
    leadOn(response, `${PLACE}/pauses/${id}`, 'endAsked');
  }

  @Post('pauses/:id/confirmation')
  async confirm(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { refused } = await tried(
      screen.api.POST('/api/v1/pauses/{id}/resumption/confirmation', { params: { path: { id } } }),
    );
    if (refused) return showPause(screen, id, response, { refused });
    leadOn(response, `${PLACE}/pauses/${id}`, 'resumed');
  }
}

async function showPause(
  screen: Screen,
  id: string,
  response: Response,
  failed: { refused?: ApiRefused; reason?: string | undefined } = {},
): Promise<void> {
  const pause = await given(screen.api.GET('/api/v1/pauses/{id}', { params: { path: { id } } }));
  const directions = (screen.me?.directions ?? []).filter((one) => isWithin(one, pause));
  answerPage(response, PausePage({ screen, pause, directions, ...failed }), failed.refused?.status);
}

/** Whether a pause keeps this direction from us. */
const isWithin = ({ direction, counterpart, agreement }: Direction, pause: Pause): boolean =>
  direction === 'give' &&
  (pause.to === null || pause.to === counterpart) &&
  (pause.agreement === null || pause.agreement === agreement);

async function effectOf(screen: Screen, to: string): Promise<Effect> {
  const dry = { params: { query: { dry_run: 'true' } }, body: { to, reason: NOT_YET } } as const;
  return (await given(screen.api.POST('/api/v1/stops', dry))) as Effect;
}

function partnerOf({ me }: Screen, handle: string): { handle: string; name: string } {
  const direction = me?.directions?.find(({ counterpart }) => counterpart === handle);
  if (!direction) throw new NotFoundException();
  return { handle, name: direction.counterpart_name };
}

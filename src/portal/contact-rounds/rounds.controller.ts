import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage, leadOn } from '../screen/answer';
import type { Screen } from '../screen/screen';
import { WithStanding } from '../screen/screen.guard';
import { Form, OnScreen, Screens, Sent } from '../screen/screens';
import { type ApiRefused, given, tried } from '../web-api/refused';
import { RoundPage } from './round.page';
import { ROUNDS, RoundsPage, type Side } from './rounds.page';

/** Rounds in which contacts are verified. */
@Screens('contact-rounds')
@WithStanding()
export class ContactRoundScreens {
  @Get()
  list(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const side = screen.query.side === 'asked' ? 'asked' : 'received';
    return this.showList(screen, response, side);
  }

  @Post()
  async ask(@OnScreen() screen: Screen, @Sent() form: Form, @Res() response: Response): Promise<void> {
    const [organization = '', agreement] = (form.text('agreement') ?? '').split(' ');
    const due_at = form.text('due_at');
    const body = { organization, ...(agreement && { agreement }), ...(due_at && { due_at }) };
    const { data, refused } = await tried(screen.api.POST('/api/v1/contact-rounds', { body }));
    if (refused) return this.showList(screen, response, 'asked', refused);
    leadOn(response, `${ROUNDS}/${data.id}`, 'recorded');
  }

  @Get(':id')
  show(@OnScreen() screen: Screen, @Param('id') id: string, @Res() response: Response): Promise<void> {
    return this.showRound(screen, response, id);
  }

  @Post(':id/reminders')
  async remind(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const params = { path: { id } };
    const { refused } = await tried(screen.api.POST('/api/v1/contact-rounds/{id}/reminders', { params }));
    if (refused) return this.showRound(screen, response, id, refused);
    leadOn(response, `${ROUNDS}/${id}`, 'recorded');
  }

  private async showList(
    screen: Screen,
    response: Response,
    side: Side,
    refused?: ApiRefused,
  ): Promise<void> {
    const { cursor } = screen.query;
    const query = { side, ...(cursor ? { cursor } : {}) };
    const found = await given(screen.api.GET('/api/v1/contact-rounds', { params: { query } }));
    answerPage(response, RoundsPage({ screen, found, side, refused }), refused?.status);
  }

  private async showRound(
    screen: Screen,
    response: Response,
    id: string,
    refused?: ApiRefused,
  ): Promise<void> {
    const round = await given(screen.api.GET('/api/v1/contact-rounds/{id}', { params: { path: { id } } }));
    answerPage(response, RoundPage({ screen, round, refused }), refused?.status);
  }
}

import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage, leadOn } from '../../screen/answer';
import type { Screen } from '../../screen/screen';
import { type Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { given, tried } from '../../web-api/refused';
import { type Sent as Refused, WitnessesPage } from './witnesses.page';

const PLACE = '/portal/administration/witnesses';

/** The witnesses of the reader’s organization, and of those with which it shares a log. */
@Screens('administration/witnesses')
export class WitnessesScreens {
  @Get()
  list(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    return this.page(screen, response);
  }

  @Post()
  async add(@OnScreen() screen: Screen, @Sent() form: Form, @Res() response: Response): Promise<void> {
    const key = form.text('verifier_key') ?? '';
    const { refused } = await tried(screen.api.POST('/api/v1/witnesses', { body: { verifier_key: key } }));
    if (refused) return this.page(screen, response, { refused, key });
    leadOn(response, PLACE, 'recorded');
  }

  @Post(':id/end')
  async end(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const reason = form.text('reason') ?? '';
    const { refused } = await tried(
      screen.api.POST('/api/v1/witnesses/{id}/end', { params: { path: { id } }, body: { reason } }),
    );
    if (refused?.status === 404) throw refused;
    if (refused) return this.page(screen, response, { refused, ending: id, reason });
    leadOn(response, PLACE, 'recorded');
  }

  private async page(screen: Screen, response: Response, sent?: Refused): Promise<void> {
    const { cursor } = screen.query;
    const query = cursor ? { cursor } : {};
    const found = await given(screen.api.GET('/api/v1/witnesses', { params: { query } }));
    const page = { screen, found, ...(sent && { sent }) };
    answerPage(response, WitnessesPage(page), sent?.refused.status);
  }
}

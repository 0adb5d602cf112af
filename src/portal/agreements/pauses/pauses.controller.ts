import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage, leadOn } from '../../screen/answer';
import type { Screen } from '../../screen/screen';
import { WithStanding } from '../../screen/screen.guard';
import { Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { type ApiRefused, given, tried } from '../../web-api/refused';
import { addressOf, type Pause } from '../agreement';
import { knownNames } from '../known-names';
import { effectOfWhatIf } from '../what-if/effect';
import { ResumePage } from './resume.page';

/** How a suspension or stop ends: one person asks, another confirms. */
@Screens('agreements/pauses')
@WithStanding()
export class PauseScreens {
  @Get(':id')
  async show(@Param('id') id: string, @OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    await this.answer(screen, response, id);
  }

  @Post(':id')
  async ask(
    @Param('id') id: string,
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const reason = form.text('reason') ?? '';
    const { refused } = await tried(
      screen.api.POST('/api/v1/pauses/{id}/resumption', { params: { path: { id } }, body: { reason } }),
    );
    if (refused) return this.answer(screen, response, id, refused, reason);
    leadOn(response, `/portal/agreements/pauses/${id}`, 'resumptionAsked');
  }

  @Post(':id/confirmation')
  async confirm(
    @Param('id') id: string,
    @OnScreen() screen: Screen,
    @Res() response: Response,
  ): Promise<void> {
    const { data: pause, refused } = await tried(
      screen.api.POST('/api/v1/pauses/{id}/resumption/confirmation', { params: { path: { id } } }),
    );
    if (refused) return this.answer(screen, response, id, refused);
    leadOn(response, pause.agreement ? addressOf(pause.agreement) : '/portal/agreements', 'recorded');
  }

  private async answer(
    screen: Screen,
    response: Response,
    id: string,
    refused?: ApiRefused,
    reason?: string,
  ): Promise<void> {
    const pause: Pause = await given(screen.api.GET('/api/v1/pauses/{id}', { params: { path: { id } } }));
    const query = { step: 'resume' as const, pause: id };
    const asked = pause.open
      ? await tried(screen.api.GET('/api/v1/decisions/what-if', { params: { query } }))
      : undefined;
    answerPage(
      response,
      ResumePage({
        ...{ screen, pause, refused, reason, nameOf: knownNames(screen) },
        effect: asked?.data && effectOfWhatIf(asked.data),
        untold: asked?.refused,
      }),
      refused?.status,
    );
  }
}

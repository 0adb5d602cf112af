import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage, leadOn } from '../../screen/answer';
import type { Screen } from '../../screen/screen';
import { type Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { tried } from '../../web-api/refused';
import { ownCase } from '../cases/read-case';
import { latestOf, pathOfCase } from '../incident';
import { inputOf, partsIn } from './parts';
import { PartsPage } from './parts.page';

@Screens('incidents/cases/:id/parts')
export class PartsScreens {
  @Get()
  async show(@OnScreen() screen: Screen, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const incident = await ownCase(screen, id);
    const { version: base, parts } = latestOf(incident);
    answerPage(response, PartsPage({ screen, incident, base, parts: parts.map(inputOf) }));
  }

  @Post()
  async change(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const [base, parts] = [Number(form.text('base')), partsIn(form)];
    const { refused } = await tried(
      screen.api.POST('/api/v1/incidents/{id}/versions', { params: { path: { id } }, body: { base, parts } }),
    );
    if (!refused) return leadOn(response, pathOfCase(id), 'saved');
    const incident = await ownCase(screen, id);
    answerPage(response, PartsPage({ screen, incident, base, parts, refused }), refused.status);
  }
}

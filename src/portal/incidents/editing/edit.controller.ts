import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage, leadOn } from '../../screen/answer';
import type { Screen } from '../../screen/screen';
import { type Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { given, tried } from '../../web-api/refused';
import { ownCase } from '../cases/read-case';
import { latestOf, pathOfCase } from '../incident';
import { EditPage, type Typed } from './edit.page';
import type { DutyOfficer } from './handling-fields';
import { handlingIn, handlingOf } from './read-handling';

/** Changing what a case says and how it is handled: each time a new version on top of the one that was read. */
@Screens('incidents/cases/:id/edit')
export class EditScreens {
  @Get()
  async show(@OnScreen() screen: Screen, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const incident = await ownCase(screen, id);
    const latest = latestOf(incident);
    const { title, summary, details } = latest;
    const typed = {
      base: latest.version,
      title,
      summary,
      details: details ?? '',
      handling: handlingOf(latest),
    };
    answerPage(response, EditPage({ screen, incident, typed, officers: await officersFor(screen) }));
  }

  @Post()
  async change(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const typed: Typed = {
      base: Number(form.text('base')),
      title: form.text('title') ?? '',
      summary: form.text('summary') ?? '',
      details: form.text('details') ?? '',
      handling: handlingIn(screen, form),
    };
    const { summary, ...rest } = typed;
    const body = { ...rest, ...(summary ? { summary } : {}) };
    const { refused } = await tried(
      screen.api.POST('/api/v1/incidents/{id}/versions', { params: { path: { id } }, body }),
    );
    if (!refused) return leadOn(response, pathOfCase(id), 'saved');
    const [incident, officers] = [await ownCase(screen, id), await officersFor(screen)];
    answerPage(response, EditPage({ screen, incident, typed, officers, refused }), refused.status);
  }
}

/** Whom a case marked RED may name: the duty officers of partners, as far as they fit on a page. */
async function officersFor({ api }: Screen): Promise<readonly DutyOfficer[]> {
  const { items } = await given(api.GET('/api/v1/duty-officers', { params: { query: { limit: 200 } } }));
  return items;
}

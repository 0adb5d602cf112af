import { Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Refusal } from '../../../platform/refusal';
import { answerPage, leadOn } from '../../screen/answer';
import type { Screen } from '../../screen/screen';
import { type Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { tried } from '../../web-api/refused';
import { filesHere, type Handling, pathOfCase, pathOfReport } from '../incident';
import { awareAt, confirmedIn, type Draft, draftIn, emptyDraft, findIn } from './filing';
import { FilingPage } from './filing.page';
import { FoundFields } from './found-fields';

@Screens('incidents/new')
export class FilingScreens {
  @Get()
  show(@OnScreen() screen: Screen, @Res() response: Response): void {
    answerPage(response, FilingPage({ screen, what: whatIn(screen), draft: emptyDraft(screen) }));
  }

  @Post('found')
  find(@OnScreen() screen: Screen, @Sent() form: Form, @Res() response: Response): void {
    answerPage(response, FoundFields({ screen, found: findIn(form.text('description') ?? '') }));
  }

  @Post()
  async file(@OnScreen() screen: Screen, @Sent() form: Form, @Res() response: Response): Promise<void> {
    const [what, draft] = [whatIn(screen), draftIn(form)];
    const found = what === 'case' && draft.description ? findIn(draft.description) : undefined;
    if (form.text('act') === 'find') return answerPage(response, FilingPage({ screen, what, draft, found }));
    const { path, refused } = await (what === 'report'
      ? fileReport(screen, draft)
      : openCase(screen, draft, form));
    if (refused)
      return answerPage(response, FilingPage({ screen, what, draft, found, refused }), refused.status);
    leadOn(response, form.text('act') === 'next' ? '/portal/incidents/new' : path, 'filed');
  }
}

function whatIn(screen: Screen): 'report' | 'case' {
  const what = filesHere(screen);
  if (what) return what;
  throw Refusal.forbidden('access/not-for-you', 'Analysts of national CERTs and of their constituents file.');
}

async function fileReport(screen: Screen, draft: Draft) {
  const { title, description, follows } = draft;
  const body = { title, description, aware_at: awareAt(screen, draft), ...(follows ? { follows } : {}) };
  const { data, refused } = await tried(screen.api.POST('/api/v1/reports', { body }));
  return { refused, path: pathOfReport(data?.id ?? '') };
}

async function openCase(screen: Screen, draft: Draft, form: Form) {
  const { title, description: summary } = draft;
  const [parts, categories] = [confirmedIn(form), form.list('class')];
  const handling: Handling = { categories };
  const body = {
    title,
    aware_at: awareAt(screen, draft),
    ...(summary ? { summary } : {}),
    ...(parts.length > 0 ? { parts } : {}),
    ...(categories.length > 0 ? { handling } : {}),
  };
  const { data, refused } = await tried(screen.api.POST('/api/v1/incidents', { body }));
  return { refused, path: pathOfCase(data?.id ?? '') };
}

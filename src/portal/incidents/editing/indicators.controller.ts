import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage, leadOn } from '../../screen/answer';
import type { Screen } from '../../screen/screen';
import { type Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { tried } from '../../web-api/refused';
import { ownCase } from '../cases/read-case';
import { confirmedIn, findIn } from '../filing/filing';
import { latestOf, type OwnIncident, pathOfCase } from '../incident';
import { reportOf } from '../reports/report.controller';
import { IndicatorsPage } from './indicators.page';
import { inputOf } from './parts';

@Screens('incidents/cases/:id/indicators')
export class IndicatorsScreens {
  @Get()
  async show(@OnScreen() screen: Screen, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const incident = await ownCase(screen, id);
    const { report } = screen.query;
    const text = report ? wordsOf(await reportOf(screen, report)) : '';
    const found = text ? findIn(text) : undefined;
    answerPage(response, IndicatorsPage({ screen, incident, base: incident.version, text, found }));
  }

  @Post()
  async add(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const incident = await ownCase(screen, id);
    const [base, text] = [Number(form.text('base')), form.text('description') ?? ''];
    const found = findIn(text);
    if (form.text('act') !== 'add')
      return answerPage(response, IndicatorsPage({ screen, incident, base, text, found }));
    const body = { base, ...additions(incident, form) };
    const { refused } = await tried(
      screen.api.POST('/api/v1/incidents/{id}/versions', { params: { path: { id } }, body }),
    );
    if (!refused) return leadOn(response, pathOfCase(id), 'saved');
    answerPage(response, IndicatorsPage({ screen, incident, base, text, found, refused }), refused.status);
  }
}

const wordsOf = ({ title, description }: { title: string; description: string }): string =>
  `${title}\n${description}`;

/** What was confirmed, after what the case has already; an indicator that it has is not added again. */
function additions(incident: OwnIncident, form: Form) {
  const { parts, handling } = latestOf(incident);
  const has = new Set(parts.map(({ kind, text }) => `${kind} ${text}`));
  const added = confirmedIn(form).filter(({ kind, text }) => !has.has(`${kind} ${text}`));
  const categories = [...new Set([...handling.categories, ...form.list('class')])];
  return {
    ...(added.length > 0 ? { parts: [...parts.map(inputOf), ...added] } : {}),
    ...(categories.length > handling.categories.length ? { handling: { categories } } : {}),
  };
}

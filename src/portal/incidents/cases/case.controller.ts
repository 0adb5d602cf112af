import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { askEmergencies } from '../../emergencies/emergency';
import { askApprovals } from '../../approvals/approvals';
import { answerPage, leadOn } from '../../screen/answer';
import { owedUnder } from '../../advisories/reading/owed-under';
import { receivedUnder } from '../../advisories/received-under';
import { onwardOf } from '../../consents/onward';
import type { Screen } from '../../screen/screen';
import { type Form, OnScreen, Screens, Sent } from '../../screen/screens';
import { askKnownBy } from '../../tellings/known-by';
import { given, tried } from '../../web-api/refused';
import { isOwn, type OwnIncident, pathOfCase } from '../incident';
import { CasePage } from './case.page';
import { ownCase } from './read-case';
import { SharedCasePage } from './shared-case.page';

@Screens('incidents/cases')
export class CaseScreens {
  @Get(':id')
  async show(@OnScreen() screen: Screen, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const answer = await screen.api.GET('/api/v1/incidents/{id}', { params: { path: { id } } });
    const incident = await given(Promise.resolve(answer));
    if (!isOwn(incident)) {
      const under = receivedUnder(answer.response.headers);
      const onward = under?.agreement ? await onwardOf(screen, 'incident', id) : undefined;
      const owed = under && (await owedUnder(screen, incident.originator, under));
      return answerPage(response, SharedCasePage({ screen, incident, owed, onward }));
    }
    const [timeline, beside] = await Promise.all([timelineOf(screen, incident), besideOf(screen, id)]);
    answerPage(response, CasePage({ screen, incident, timeline, ...beside }));
  }

  @Post(':id/notes')
  async note(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Sent() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const note = form.text('note') ?? '';
    const { refused } = await tried(
      screen.api.POST('/api/v1/incidents/{id}/notes', { params: { path: { id } }, body: { note } }),
    );
    if (!refused) return leadOn(response, pathOfCase(id), 'noted');
    const incident = await ownCase(screen, id);
    const { timeline } = incident;
    const beside = await besideOf(screen, id);
    answerPage(response, CasePage({ screen, incident, timeline, ...beside, note, refused }), refused.status);
  }
}

/** The first page comes with the case; others are asked for. */
async function timelineOf({ api, query }: Screen, { id, timeline }: OwnIncident) {
  const { cursor } = query;
  if (!cursor) return timeline;
  return given(api.GET('/api/v1/incidents/{id}/timeline', { params: { path: { id }, query: { cursor } } }));
}

/** Who knows the case, who approved versions of it, and what one person released alone of it. */
async function besideOf(screen: Screen, item: string) {
  const [known, approvals, alone] = await Promise.all([
    askKnownBy(screen, item),
    askApprovals(screen, item),
    askEmergencies(screen, item),
  ]);
  return { known, approvals, alone };
}

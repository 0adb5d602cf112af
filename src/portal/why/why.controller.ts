import { Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { organizationChoices } from '../frame/organizations';
import { answerPage } from '../screen/answer';
import { hasRole, type Screen } from '../screen/screen';
import { OnScreen, Screens } from '../screen/screens';
import { ApiRefused, tried } from '../web-api/refused';
import { type Asked, askedIn } from './asked';
import { findItems, ownItem } from './find-item';
import type { Answer } from './answer';
import { AnswerPage } from './answer.page';
import { type Choices, type Fault, NotForYouPage, WhyPage } from './why.page';

/** Why a team may see an item of the reader's organization, or may not; now or at a past instant. */
@Screens('why')
export class WhyScreens {
  @Get()
  async show(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    if (!hasRole(screen, 'liaison', 'releaser', 'auditor'))
      return answerPage(response, NotForYouPage({ screen }), 403);
    const asked = askedIn(screen);
    const choices = await choicesOf(screen);
    if (!asked.item) return answerPage(response, WhyPage({ screen, asked, choices }));
    if (asked.local && !asked.at)
      return answerPage(response, WhyPage({ screen, asked, choices, fault: 'atFault' }), 422);
    const found = await findItems(screen, asked.item);
    const item = typeof found === 'string' ? found : found.length === 1 ? found[0]!.id : undefined;
    if (!item || !asked.team) {
      const several = typeof found === 'string' ? [] : found;
      const fault = typeof found !== 'string' && found.length === 0 ? 'noItem' : undefined;
      return answerPage(
        response,
        WhyPage({ screen, asked, choices, found: several, fault }),
        fault ? 404 : 200,
      );
    }
    const { data, refused } = await decided(screen, { ...asked, item, team: asked.team });
    if (refused) {
      const fault = faultOf(refused);
      return answerPage(response, WhyPage({ screen, asked, choices, fault }), refused.status);
    }
    const named = await ownItem(screen, data);
    answerPage(response, AnswerPage({ screen, asked: { ...asked, item }, choices, answer: data, named }));
  }
}

/** What there is to choose from. Whoever may not list duty officers asks of nobody in particular. */
async function choicesOf(screen: Screen): Promise<Choices> {
  const { api, t } = screen;
  const params = { query: { limit: 200 } };
  const [teams, officers] = await Promise.all([
    organizationChoices(screen),
    tried(api.GET('/api/v1/duty-officers', { params })),
  ]);
  return {
    teams: { ...teams, choices: [{ value: 'public', name: t('why.everybody') }, ...teams.choices] },
    officers: (officers.data?.items ?? []).map(({ id, name, organization }) => ({
      ...{ value: id, name: `${name} (${organization})` },
    })),
  };
}

function decided(
  { api }: Screen,
  { item, team, person, channel, purpose, at }: Asked & { item: string; team: string },
): Promise<{ data: Answer; refused?: undefined } | { data?: undefined; refused: ApiRefused }> {
  const query = { item, team, person, channel, purpose };
  if (at === undefined) return tried<Answer>(api.GET('/api/v1/decisions/explain', { params: { query } }));
  return tried<Answer>(api.GET('/api/v1/decisions/replay', { params: { query: { ...query, at } } }));
}

/** What the web API refused, in words of this screen; other refusals are told as anywhere. @throws ApiRefused */
function faultOf(refused: ApiRefused): Fault {
  if (refused.status === 404) return 'notFound';
  const rules = refused.problem.errors ?? [];
  if (rules.some(({ rule }) => rule === 'check-character')) return 'mistyped';
  if (rules.some(({ rule }) => rule === 'past')) return 'atFuture';
  if (rules.some(({ rule }) => rule === 'version-made')) return 'atBefore';
  if (refused.status === 422) return 'notFound';
  throw refused;
}

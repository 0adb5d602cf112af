import { Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage } from '../screen/answer';
import { hasRole, type Screen } from '../screen/screen';
import { WithStanding } from '../screen/screen.guard';
import { OnScreen, Screens } from '../screen/screens';
import { given } from '../web-api/refused';
import type { Agreement } from './agreement';
import { AgreementPage } from './agreement.page';
import { AgreementsPage } from './agreements.page';
import { DifferencesPage } from './differences.page';
import type { ListQuery } from './list-filters';

/** The agreements of the reader's organization, and one of them. */
@Screens('agreements')
export class AgreementScreens {
  @Get()
  @WithStanding()
  async list(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const { cursor, kind, state } = screen.query;
    const query = { cursor, kind, state } as ListQuery;
    const page = await given(screen.api.GET('/api/v1/agreements', { params: { query } }));
    answerPage(response, AgreementsPage({ screen, page }));
  }

  @Get(':reference')
  async show(
    @Param('reference') reference: string,
    @OnScreen() screen: Screen,
    @Res() response: Response,
  ): Promise<void> {
    const agreement = await read(screen, reference);
    const params = { query: { agreement: agreement.reference } };
    const { items } = await given(screen.api.GET('/api/v1/obligation-tallies', { params }));
    const reminders = hasRole(screen, 'liaison', 'duty-officer', 'releaser')
      ? await remindersOf(screen, agreement.reference)
      : undefined;
    answerPage(response, AgreementPage({ screen, agreement, tally: items[0], reminders }));
  }

  @Get(':reference/differences')
  async differences(
    @Param('reference') reference: string,
    @OnScreen() screen: Screen,
    @Res() response: Response,
  ): Promise<void> {
    const agreement = await read(screen, reference);
    // Who does not say which ones is shown what the last version changed.
    const [older, newer] = agreement.terms.slice(-2);
    const numbered = (text: string | undefined, other: typeof older) =>
      text === undefined ? other : agreement.terms.find(({ number }) => String(number) === text);
    const [from, to] = [numbered(screen.query.from, older), numbered(screen.query.to, newer)];
    if (!from || !to) throw new NotFoundException();
    answerPage(response, DifferencesPage({ screen, agreement, from, to }));
  }
}

const read = (screen: Screen, reference: string): Promise<Agreement> =>
  given(screen.api.GET('/api/v1/agreements/{reference}', { params: { path: { reference } } }));

async function remindersOf(screen: Screen, agreement: string) {
  const query = { agreement, seen: 'false', limit: 50 } as const;
  return (await given(screen.api.GET('/api/v1/reminders', { params: { query } }))).items;
}

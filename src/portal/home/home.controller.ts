import { Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { narrowest } from '../frame/tlp';
import { answerPage } from '../screen/answer';
import { preferenceCookie, setPreferenceCookie } from '../screen/cookies';
import type { Screen } from '../screen/screen';
import { WithStanding } from '../screen/screen.guard';
import { OnScreen, Screens } from '../screen/screens';
import { loadChanges } from './changes/changes';
import { since, visitsCookie, visitsFrom } from './changes/since';
import { HomePage } from './home.page';
import { ask } from './needs/need';
import { NeedsSection } from './needs/needs.section';
import { ofAgreements } from './needs/of-agreements';
import { ofRegister } from './needs/of-register';
import { byName, ofDuty } from './needs/of-duty';
import { ofHouse } from './needs/of-house';
import { ofReminders } from './needs/of-reminders';
import { ofRounds } from './needs/of-rounds';
import { ofItems } from './needs/of-items';

const SOURCES = [
  ...ofDuty,
  ...ofItems,
  ...ofAgreements,
  ...ofRegister,
  ...ofHouse,
  ...ofRounds,
  ...ofReminders,
];

@Screens('')
@WithStanding()
export class HomeScreens {
  @Get()
  async show(@OnScreen() screen: Screen, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { at = '', person } = screen.me ?? {};
    const visits = visitsFrom(preferenceCookie(request, 'visits'), person?.id ?? '', at);
    const { period, from } = since(screen, visits);
    const [needs, named, changes] = await Promise.all([
      ask(screen, SOURCES),
      ask(screen, [byName]),
      loadChanges(screen, from),
    ]);
    setPreferenceCookie(request, response, 'visits', visitsCookie(visits));
    const visited = visits.before !== undefined;
    answerPage(response, HomePage({ screen, needs, byName: named, changes, period, visited, from }));
  }

  /**
   * The part that is asked for again while the page is open. Where something in it is narrower than the label that
   * stands above that page, the whole page is to be asked for.
   */
  @Get('home/needs')
  async needs(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const found = await ask(screen, SOURCES);
    const { label } = screen.query;
    if (narrowest([label, ...found.needs.map(({ tlp }) => tlp)]) !== narrowest([label]))
      response.set('HX-Refresh', 'true');
    answerPage(response, NeedsSection({ screen, found, label }));
  }
}

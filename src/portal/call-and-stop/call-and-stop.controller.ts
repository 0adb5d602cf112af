import { Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage } from '../screen/answer';
import type { Screen } from '../screen/screen';
import { WithStanding } from '../screen/screen.guard';
import { OnScreen, Screens } from '../screen/screens';
import { CallAndStopPage, CardsPage } from './call-and-stop.page';
import { loadDuty, loadPartner, type Partner, partnersOf } from './partners';

/** How many partners a page has; paper has all of them, asked for as many at a time. */
const A_PAGE = 20;

@Screens('call-and-stop')
@WithStanding()
export class CallAndStopScreens {
  @Get()
  async list(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const { cursor = '' } = screen.query;
    const left = partnersOf(screen).filter((handle) => handle > cursor);
    const shown = left.slice(0, A_PAGE);
    const next = left.length > A_PAGE ? shown.at(-1) : undefined;
    const [duty, partners] = await Promise.all([loadDuty(screen), load(screen, shown)]);
    answerPage(response, CallAndStopPage({ screen, duty, partners, next }));
  }

  @Get('cards')
  async cards(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    await this.print(screen, partnersOf(screen), response);
  }

  @Get(':handle/card')
  async card(
    @OnScreen() screen: Screen,
    @Param('handle') wanted: string,
    @Res() response: Response,
  ): Promise<void> {
    const found = partnersOf(screen).filter((handle) => handle === wanted);
    if (found.length === 0) throw new NotFoundException();
    await this.print(screen, found, response);
  }

  private async print(screen: Screen, handles: readonly string[], response: Response): Promise<void> {
    const duty = await loadDuty(screen);
    const partners: Partner[] = [];
    for (let from = 0; from < handles.length; from += A_PAGE)
      partners.push(...(await load(screen, handles.slice(from, from + A_PAGE))));
    answerPage(response, CardsPage({ screen, duty, partners }));
  }
}

const load = (screen: Screen, handles: readonly string[]): Promise<Partner[]> =>
  Promise.all(handles.map((handle) => loadPartner(screen, handle)));

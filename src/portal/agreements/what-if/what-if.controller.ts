import { Get, NotFoundException, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { paths } from '../../../../docs/openapi';
import { answerPage } from '../../screen/answer';
import { PassOn } from '../../screen/pass-on';
import type { Screen } from '../../screen/screen';
import { WithStanding } from '../../screen/screen.guard';
import { OnScreen, Screens } from '../../screen/screens';
import { given, tried } from '../../web-api/refused';
import { knownNames } from '../known-names';
import type { WhatIfQuery } from '../steps/steps';
import { askedIn, withQuery } from './asked';
import { effectOfWhatIf } from './effect';
import { WhatIfItemsPage } from './what-if-items.page';
import { WhatIfPage } from './what-if.page';

type ItemsQuery = paths['/api/v1/decisions/what-if/items']['get']['parameters']['query'];

/** What a step of an agreement would change in who sees what. */
@Screens('agreements/what-if')
@WithStanding()
export class WhatIfScreens {
  constructor(private readonly passOn: PassOn) {}

  @Get()
  async show(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const asked = askedIn(screen);
    const answer = asked
      ? await tried(screen.api.GET('/api/v1/decisions/what-if', { params: { query: asked } }))
      : undefined;
    const { items: pauses } = await given(
      screen.api.GET('/api/v1/pauses', { params: { query: { open: 'true' } } }),
    );
    answerPage(
      response,
      WhatIfPage({
        ...{ screen, asked, pauses, nameOf: knownNames(screen) },
        effect: answer?.data && effectOfWhatIf(answer.data),
        refused: answer?.refused,
      }),
      answer?.refused?.status,
    );
  }

  @Get('items')
  async items(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const query = { ...filtered(screen), ...(screen.query.cursor && { cursor: screen.query.cursor }) };
    const page = await given(
      screen.api.GET('/api/v1/decisions/what-if/items', { params: { query: query as ItemsQuery } }),
    );
    answerPage(response, WhatIfItemsPage({ screen, page, nameOf: knownNames(screen) }));
  }

  @Get('csv')
  async csv(@OnScreen() screen: Screen, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.passOn.run(request, response, withQuery('/api/v1/decisions/what-if/csv', filtered(screen)));
  }
}

/** What is asked, and which of its changes are wanted. */
function filtered(screen: Screen): WhatIfQuery & { team?: string; change?: string } {
  const asked = askedIn(screen);
  if (!asked) throw new NotFoundException();
  const { team, change } = screen.query;
  return { ...asked, ...(team && { team }), ...(change && { change }) };
}

import { Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { pathOfItem } from '../frame/item-path';
import { answerPage, leadOn } from '../screen/answer';
import type { Screen } from '../screen/screen';
import { OnScreen, Screens } from '../screen/screens';
import { given } from '../web-api/refused';
import { AcknowledgementsPage } from './acknowledgements.page';

/** That items have arrived: said of own ones by others, and by the own team. */
@Screens('acknowledgements')
export class AcknowledgementScreens {
  @Get()
  async list(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const { cursor } = screen.query;
    const side = screen.query.side === 'made' ? 'made' : 'received';
    const query = { side, ...(cursor ? { cursor } : {}) } as const;
    const found = await given(screen.api.GET('/api/v1/acknowledgements', { params: { query } }));
    answerPage(response, AcknowledgementsPage({ screen, found, side }));
  }

  @Post(':type/:id')
  async acknowledge(
    @Param('type') type: string,
    @Param('id') id: string,
    @OnScreen() screen: Screen,
    @Res() response: Response,
  ): Promise<void> {
    await given(screen.api.POST('/api/v1/acknowledgements', { body: { items: [id] } }));
    leadOn(response, pathOfItem(type === 'incident' ? 'incident' : 'advisory', id), 'recorded');
  }
}

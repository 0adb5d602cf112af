import { Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { addressWith } from '../../frame/table';
import { narrowest } from '../../frame/tlp';
import { answerPage } from '../../screen/answer';
import type { Screen } from '../../screen/screen';
import { OnScreen, Screens } from '../../screen/screens';
import { QueueList } from './queue-list';
import { QueuePage } from './queue.page';
import { labelsIn, readQueue } from './queue';

@Screens('incidents')
export class QueueScreens {
  @Get()
  async show(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    answerPage(response, QueuePage({ screen, queue: await readQueue(screen) }));
  }

  /**
   * The list alone, which a page that stays open asks for again. Where it no longer bears the label that stands above
   * that page, the whole page is to be asked for.
   */
  @Get('live')
  async list(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const path = screen.path.replace('/incidents/live', '/incidents');
    const whole = { ...screen, path: addressWith({ ...screen, path }, { label: undefined }) };
    const queue = await readQueue(whole);
    if (narrowest(labelsIn(queue)) !== screen.query.label) response.set('HX-Refresh', 'true');
    answerPage(response, QueueList({ screen: whole, queue }));
  }
}

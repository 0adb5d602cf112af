import { Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage } from '../../screen/answer';
import type { Screen } from '../../screen/screen';
import { OnScreen, Screens } from '../../screen/screens';
import { QueueList } from './queue-list';
import { QueuePage } from './queue.page';
import { readQueue } from './queue';

@Screens('incidents')
export class QueueScreens {
  @Get()
  async show(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    answerPage(response, QueuePage({ screen, queue: await readQueue(screen) }));
  }

  /** The list alone, which a page that stays open asks for again. */
  @Get('live')
  async list(@OnScreen() screen: Screen, @Res() response: Response): Promise<void> {
    const whole = { ...screen, path: screen.path.replace('/incidents/live', '/incidents') };
    answerPage(response, QueueList({ screen: whole, queue: await readQueue(whole) }));
  }
}

import { Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage } from '../screen/answer';
import type { Screen } from '../screen/screen';
import { OnScreen, Screens } from '../screen/screens';
import { HomePage } from './home.page';

@Screens('')
export class HomeScreens {
  @Get()
  show(@OnScreen() screen: Screen, @Res() response: Response): void {
    answerPage(response, HomePage({ screen }));
  }
}

import { Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { answerPage } from '../screen/answer';
import type { Screen } from '../screen/screen';
import { WithoutSignIn } from '../screen/screen.guard';
import { OnScreen, Screens } from '../screen/screens';
import { HelpPage } from './help.page';

@Screens('help')
export class HelpScreens {
  @Get()
  @WithoutSignIn()
  show(@OnScreen() screen: Screen, @Res() response: Response): void {
    answerPage(response, HelpPage({ screen }));
  }
}

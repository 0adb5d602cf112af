import { Get, NotFoundException } from '@nestjs/common';
import { WithoutSignIn } from './screen.guard';
import { Screens } from './screens';

/** Every address below the portal that no screen has. It is the last to be asked. */
@Screens('')
export class NowhereScreens {
  @Get('*rest')
  @WithoutSignIn()
  show(): never {
    throw new NotFoundException();
  }
}

import { Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isLanguage } from '../messages/locales';
import { leadOn } from '../screen/answer';
import { setPreferenceCookie } from '../screen/cookies';
import { WithoutSignIn } from '../screen/screen.guard';
import { Form, Screens, Sent } from '../screen/screens';
import { safeReturn } from '../screen/sign-in-first';
import { isZone } from '../screen/zones';

/** How a reader wants pages: her language and time zone. */
@Screens('reading')
export class ReadingController {
  @Post()
  @WithoutSignIn()
  choose(@Sent() form: Form, @Req() request: Request, @Res() response: Response): void {
    const [language, zone] = [form.text('language'), form.text('zone')];
    if (isLanguage(language)) setPreferenceCookie(request, response, 'language', language);
    if (zone !== undefined && isZone(zone)) setPreferenceCookie(request, response, 'zone', zone);
    leadOn(response, safeReturn(form.text('next')));
  }
}

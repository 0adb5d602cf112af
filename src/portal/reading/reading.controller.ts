import { Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isLanguage, type Language } from '../messages/locales';
import { leadOn } from '../screen/answer';
import { setPreferenceCookie } from '../screen/cookies';
import type { Screen } from '../screen/screen';
import { WithoutSignIn } from '../screen/screen.guard';
import { Form, OnScreen, Screens, Sent } from '../screen/screens';
import { safeReturn } from '../screen/sign-in-first';
import { isZone } from '../screen/zones';
import { given } from '../web-api/refused';

const THEMES = ['auto', 'light', 'dark'] as const;

interface Chosen {
  language?: Language;
  time_zone?: string;
  theme?: (typeof THEMES)[number];
}

/** How a reader wants pages: kept with her account, and in the browser of who is not signed in. */
@Screens('reading')
export class ReadingController {
  @Post()
  @WithoutSignIn()
  async choose(
    @OnScreen() screen: Screen,
    @Sent() form: Form,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const chosen = chosenIn(form);
    if (screen.me?.preferences) {
      const body = { ...screen.me.preferences, ...chosen };
      await given(screen.api.PUT('/api/v1/me/preferences', { body }));
    } else {
      const { language, time_zone: zone, theme } = chosen;
      for (const [name, value] of Object.entries({ language, zone, theme }))
        if (value) setPreferenceCookie(request, response, name as 'language' | 'zone' | 'theme', value);
    }
    leadOn(response, safeReturn(form.text('next')), form.has('tell') ? 'saved' : undefined);
  }
}

/** What a form chooses; what is not known to us is not chosen. */
function chosenIn(form: Form): Chosen {
  const [language, zone, wanted] = [form.text('language'), form.text('zone'), form.text('theme')];
  const theme = THEMES.find((one) => one === wanted);
  return {
    ...(isLanguage(language) ? { language } : {}),
    ...(zone !== undefined && isZone(zone) ? { time_zone: zone } : {}),
    ...(theme ? { theme } : {}),
  };
}

import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { BrowserSessions } from '../../accounts';
import { requestIdOf } from '../../platform/request-id';
import { SETTINGS } from '../../platform/secret';
import type { Settings } from '../../platform/settings';
import { isMessage, say } from '../messages/catalogue';
import { isLanguage, preferredLanguage } from '../messages/locales';
import { ApiRefused, given } from '../web-api/refused';
import { type Api, WebApi } from '../web-api/web-api';
import { preferenceCookie, sessionCookie, setSessionCookie } from './cookies';
import type { Me, Screen, Standing } from './screen';
import { isZone } from './zones';

/** Finds out for whom a screen is, and gives it the web API on her behalf. */
@Injectable()
export class OpenScreen {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly sessions: BrowserSessions,
    private readonly webApi: WebApi,
  ) {}

  /** @param standing whether the screen reads what lies between the reader's organization and others */
  async run(request: Request, response: Response, standing = false): Promise<Screen> {
    const session = this.sessions.resume(sessionCookie(request));
    const api = this.webApi.client(request, session?.accessToken);
    const me = session ? await whoIsThere(api, standing) : undefined;
    if (me && session) {
      if (!asksByItself(request)) setSessionCookie(request, response, session.cookie);
    } else if (sessionCookie(request) !== undefined) setSessionCookie(request, response, undefined);
    return this.screen(request, me ? api : this.webApi.client(request), me, me && session?.csrf);
  }

  /** For whoever it may be: where the web API cannot tell who that is. Nobody is signed out by it. */
  forNobody(request: Request): Screen {
    return this.screen(request, this.webApi.client(request), undefined, undefined);
  }

  private screen(request: Request, api: Api, me: Me | undefined, csrf: string | undefined): Screen {
    const preferred = me?.preferences;
    const chosen = preferred?.language ?? preferenceCookie(request, 'language');
    const language = isLanguage(chosen) ? chosen : preferredLanguage(request.headers['accept-language']);
    const zone = preferred?.time_zone ?? preferenceCookie(request, 'zone');
    const theme = preferred?.theme ?? preferenceCookie(request, 'theme');
    const query = Object.fromEntries(
      Object.entries(request.query).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : undefined,
      ]),
    );
    const told = `told.${query.told ?? ''}`;
    return {
      api,
      me,
      standing: me && isStanding(me) ? me : undefined,
      language,
      zone: zone !== undefined && isZone(zone) ? zone : 'UTC',
      theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
      t: (key, values) => say(language, key, values),
      csrf: csrf ?? '',
      path: request.originalUrl,
      query,
      partial: request.headers['hx-request'] === 'true',
      requestId: requestIdOf(request),
      demonstration: this.settings.demonstration ?? false,
      // Only after an act of this portal: a link from elsewhere must not tell of what nobody did.
      told: isMessage(told) && comesFromHere(request) ? told : undefined,
    };
  }
}

const isStanding = (me: Me | (Me & Standing)): me is Me & Standing => 'missing' in me;

/** @returns undefined when the session is over. Other refusals are told. */
async function whoIsThere(api: Api, standing: boolean): Promise<Me | (Me & Standing) | undefined> {
  try {
    return await (standing ? given(api.GET('/api/v1/me')) : given(api.GET('/api/v1/me/identity')));
  } catch (error) {
    if (error instanceof ApiRefused && error.status === 401) return undefined;
    throw error;
  }
}

/** Whether a page that lies open renews itself: nobody is there for that, so it does not keep her signed in. */
const asksByItself = ({ method, headers }: Request): boolean =>
  method === 'GET' && headers['hx-request'] === 'true';

/** What browsers say of where they were led from (Fetch Metadata). */
function comesFromHere({ headers }: Request): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin';
}

import { Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { json } from 'node:stream/consumers';
import { BrowserSessions } from '../../accounts';
import { sessionCookie } from '../screen/cookies';
import type { Screen } from '../screen/screen';
import { OnScreen, Screens } from '../screen/screens';
import { type ApiProblem, ApiRefused } from '../web-api/refused';
import { WebApi } from '../web-api/web-api';
import { filtersIn } from './filters';

/** What of the web API's answer goes on to the browser. */
const PASSED_ON = ['content-type', 'content-disposition'] as const;

/** A log as a file. It passes through piece by piece: nothing here ever holds all of it. */
@Screens('record/logs/:id/export')
export class ExportScreens {
  constructor(
    private readonly webApi: WebApi,
    private readonly sessions: BrowserSessions,
  ) {}

  @Get()
  async download(
    @OnScreen() screen: Screen,
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const filters = await filtersIn(screen);
    if (typeof filters === 'string')
      throw new ApiRefused({ type: '/problems/request/invalid', title: 'Invalid', status: 422 });
    const { organization, item, from, to } = filters;
    const format = screen.query.format === 'csv' ? 'csv' : 'jsonl';
    const whole = screen.query.format === 'bundle';
    const wanted = Object.entries({ format, organization, item, from, to }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    );
    const token = this.sessions.resume(sessionCookie(request))?.accessToken;
    const log = `/api/v1/logs/${encodeURIComponent(id)}`;
    const path = whole ? `${log}/bundle` : `${log}/entries?${new URLSearchParams(wanted).toString()}`;
    const answer = await this.webApi.stream(request, path, token);
    const status = answer.statusCode ?? 500;
    if (status !== 200) throw new ApiRefused({ ...((await json(answer)) as ApiProblem), status });
    response.status(200).set('Cache-Control', 'no-store');
    for (const name of PASSED_ON) {
      const value = answer.headers[name];
      if (value !== undefined) response.set(name, value);
    }
    // What breaks off is cut off here as well, so that half a log is never taken for a whole one.
    await pipeline(answer, response).catch(() => response.destroy());
  }
}
